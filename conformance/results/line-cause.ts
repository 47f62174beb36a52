import type { DifferenceCause } from "../library.ts";

/** What a native program says of a provision. */
export interface JudgedLine {
  readonly provision: string;
  readonly verdict: "pass" | "deviation" | "not-implemented";
  readonly kind?: string | null;
  readonly expected: string;
  readonly observed: string;
}

// What a stack may lack as a whole: the provisions that it needs to keep, and all that touch it.
const features: readonly { readonly cause: DifferenceCause; readonly legal: RegExp; readonly all: RegExp }[] = [
  {
    cause: "pranswer-not-implemented",
    legal: /^(?:local-pranswer-in-have-remote-offer|remote-pranswer-in-have-local-offer)$/,
    all: /-pranswer-/,
  },
  {
    cause: "rollback-not-implemented",
    legal: /^(?:local|remote)-rollback-in-have-(?:local|remote)-offer$/,
    all: /-rollback-in-/,
  },
  {
    cause: "no-sdp-not-implemented",
    legal: /^local-(?:offer-without-sdp-in-stable|answer-without-sdp-in-have-remote-offer)$/,
    all: /-without-sdp-/,
  },
];

/** What finds the cause of each deviation that a program printed: all its lines say what the stack lacks as a whole. */
export function causesOfLines(lines: readonly JudgedLine[]): (line: JudgedLine) => DifferenceCause {
  const missing = features.filter(({ legal }) => {
    const needing = lines.filter(({ provision }) => legal.test(provision));
    return needing.length > 0 && needing.every(({ verdict }) => verdict !== "pass");
  });
  return (line) => {
    const lacking = missing.find(({ all }) => all.test(line.provision))?.cause;
    return lacking ?? causeOfStateRefusal(line, lines) ?? causeOfLine(line);
  };
}

// An offer that the stack refuses in that state, whatever its SDP: what is wrong with the SDP is never looked at.
function causeOfStateRefusal({ kind, provision, expected, observed }: JudgedLine, lines: readonly JudgedLine[]) {
  if (!provision.startsWith("sdp-")) return undefined;
  const isLeftAlone = kind === "wrong-state" && expected === "stable" && observed === "have-local-offer";
  if (isLeftAlone && lines.some((line) => line.kind === "refused" && line.provision === "implicit-rollback")) {
    return "implicit-rollback-missing";
  }
  if (kind !== "wrong-error") return undefined;
  const refused = lines.filter((line) => line.kind === "refused" && line.observed === observed);
  const isRefused = (offer: string) => refused.some((line) => line.provision === offer);
  if (isRefused("remote-offer-in-have-remote-offer")) return "replacement-refused";
  return isRefused("implicit-rollback") ? "implicit-rollback-missing" : undefined;
}

// The programs try nothing after a call that did not conform: the provision and the kind show the fault.
const shown: readonly (readonly [kind: string, provision: RegExp, cause: DifferenceCause])[] = [
  ["applied", /^sdp-/, "rule-not-enforced"],
  ["applied", /^create-/, "creation-state-not-checked"],
  ["applied", /^local-description-modified$/, "modified-description-applied"],
  ["applied", /^/, "state-not-checked"],
  ["refused", /^implicit-rollback$/, "implicit-rollback-missing"],
  ["refused", /^(local|remote)-(offer|pranswer)(-without-sdp)?-in-have-\1-\2$/, "replacement-refused"],
  ["refused", /^(local|remote)-rollback-in-have-\1-offer$/, "rollback-not-implemented"],
  ["refused", /-rollback-in-/, "rollback-tied-to-side"],
  ["refused", /^/, "legal-call-refused"],
  ["wrong-error", /^(?:type|description)-/, "argument-not-converted"],
  ["wrong-error", /^/, "wrong-error-name"],
  ["wrong-slot", /^/, "wrong-slots"],
  ["changed-sdp", /^/, "sdp-rewritten"],
  ["unsettled", /^/, "never-settled"],
];

function causeOfLine({ kind, provision, expected, observed }: JudgedLine): DifferenceCause {
  const isWithoutSdp = provision.includes("-without-sdp-");
  if (isWithoutSdp && (kind === undefined || kind === null || kind === "changed-sdp")) return "no-sdp-not-implemented";
  if (kind === undefined || kind === null) return "argument-not-converted";
  if (kind === "wrong-error" && provision === "local-description-modified" && observed === "InvalidStateError") {
    return "state-checked-before-modification";
  }
  if (kind === "wrong-state" && provision.startsWith("sdp-")) {
    const isLeftAlone = expected === "stable" && observed === "have-local-offer";
    return isLeftAlone ? "rollback-missing-before-refusal" : "refusal-changes-state";
  }
  if (kind === "wrong-state")
    return provision === "local-description-modified" ? "refusal-changes-state" : "wrong-state";
  return shown.find(([known, pattern]) => known === kind && pattern.test(provision))?.[2] ?? "unknown";
}
