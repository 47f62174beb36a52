import { readFileSync } from "node:fs";
import type { Finding } from "../../src/entries/sdp.ts";
import { acceptedOf, type Group, type Named } from "./group.ts";
import { made } from "./set-call.ts";

type Step = readonly [side: "local" | "remote", type: "offer" | "pranswer" | "answer", file: string];

/** A small input, judged after the steps before it, and the finding that it is about: null where it is to be accepted. */
interface Input {
  readonly steps: readonly Step[];
  readonly expected: readonly [rule: string, severity: Finding["severity"]] | null;
}

type Expected = `${string} ${Finding["severity"]}` | "accepted";

function input(expected: Expected, ...steps: readonly Step[]): Input {
  const [rule = "", severity] = expected.split(" ");
  return { steps, expected: severity === undefined ? null : [rule, severity as Finding["severity"]] };
}

const offered = (expected: Expected, file: string): Input => input(expected, ["remote", "offer", file]);
const answered = (expected: Expected, offer: string, file: string): Input =>
  input(expected, ["local", "offer", offer], ["remote", "answer", file]);
/** An offer of the former offerer. */
const reoffered = (expected: Expected, offer: string, file: string): Input =>
  input(expected, ["remote", "offer", offer], ["local", "answer", "answer-1"], ["remote", "offer", file]);

const negotiated: readonly Step[] = [
  ["local", "offer", "offer-1"],
  ["remote", "answer", "answer-1"],
];

const inputs: readonly Input[] = [
  answered("A27 warning", "offer-1", "3264-answer-other-t"),
  reoffered("W6 warning", "offer-1", "3264-remapped-pt"),
  offered("D27 error", "4588-rtx-without-apt"),
  offered("W28 warning", "5576-ssrc-group-undefined"),
  offered("D2 warning", "5888-missing-mid-no-grouping"),
  answered("A25 warning", "offer-ext-sendonly", "8285-answer-direction"),
  offered("D23 error", "8285-id-0"),
  offered("D23 error", "8285-id-5000"),
  offered("D22 warning", "8285-uri-twice"),
  offered("D30 error", "8830-msid-appdata-differs"),
  reoffered("R10 error", "offer-ice-lite", "8839-reoffer-changes-ice-options"),
  reoffered("R10 error", "offer-ice-lite", "8839-reoffer-drops-ice-lite"),
  offered("D19 error", "8841-media-audio"),
  offered("D20 warning", "8841-two-fmts"),
  input(
    "W23 warning",
    ...negotiated,
    ["local", "offer", "offer-ice-restart"],
    ["remote", "answer", "8842-answer-ice-restart-role-change"],
  ),
  input("W23 warning", ...negotiated, ["remote", "offer", "8842-reoffer-ice-restart-role-change"]),
  offered("D9 error", "8851-duplicate-rid"),
  answered("A21 warning", "offer-simulcast", "8853-answer-direction-not-reversed"),
  answered("A22 warning", "offer-rid1", "8853-answer-direction-not-reversed"),
  answered("A24 warning", "offer-1", "8858-mux-only-in-answer"),
  offered("S4 error", "8866-ptime-0"),
  answered("A17 warning", "offer-bundle-only", "9143-bundle-only-accepted-unbundled-answer"),
  answered("A17 warning", "offer-bundle-only", "9143-bundle-only-moved-out-answer"),
  offered("W22 warning", "9143-data-tag-audio-muxed"),
  offered("D5 error", "9143-initial-offer-bundled-without-transport"),
  answered("A16 error", "offer-bundle3", "9143-one-group-answered-as-two"),
  offered("D17 warning", "9143-proto-differs-in-bundle"),
  answered("W21 warning", "offer-bundle2", "9143-rejected-mid-in-answer-group"),
  offered("W21 warning", "9143-rejected-mid-in-offer-group"),
  answered("A26 warning", "offer-bundle2", "9143-wrong-answerer-tag"),
  input(
    "A10 error",
    ...negotiated,
    ["local", "offer", "offer-1"],
    ["remote", "pranswer", "answer-1"],
    ["remote", "answer", "9429-answer-new-creds-after-pranswer-no-restart"],
  ),
  answered("A18 error", "offer-data", "9429-data-answer-fmt"),
  answered("A19 note", "offer-no-mid", "9429-mid-not-offered"),
  input(
    "accepted",
    ["remote", "offer", "offer-no-mid"],
    ["local", "answer", "answer-no-mid-rejected"],
    ["remote", "offer", "offer-no-mid"],
  ),
  offered("W22 warning", "real-min-01"),
  input(
    "A10 error",
    ["local", "offer", "real-min-02-1-local-offer"],
    ["remote", "answer", "real-min-02-2-remote-answer"],
    ["local", "offer", "real-min-02-3-local-offer"],
    ["remote", "answer", "real-min-02-4-remote-answer"],
  ),
  offered("D7 error", "real-min-03"),
  offered("S3 error", "real-min-04"),
  offered("W17 warning", "real-min-06"),
  input(
    "W23 warning",
    ["local", "offer", "real-min-07-1-local-offer"],
    ["remote", "answer", "real-min-07-2-remote-answer"],
    ["remote", "offer", "real-min-07-3-remote-offer"],
    ["local", "answer", "real-min-07-4-local-answer"],
  ),
  offered("S7 error", "real-min-09"),
  offered("D11 error", "real-min-10"),
  offered("S4 error", "real-min-11"),
];

/** What is asked: the library, so that the same inputs can be put to another version of it. */
export interface Library {
  readonly checkSdp: typeof import("../../src/entries/sdp.ts").checkSdp;
  readonly core: Pick<
    typeof import("../../src/entries/index.ts"),
    "answerCreated" | "createSession" | "offerCreated" | "setLocalDescription" | "setRemoteDescription"
  >;
}

/** The small inputs by kind, each with verdict, rules and severities; wrong where what it is about is not found. */
export function smallInputs(folder: URL, library: Library): Group {
  const judged = inputs.map((one) => judgedInput(one, folder, library));
  return {
    title: "small inputs, by the rule that they are about",
    summary: acceptedOf(judged.length, judged.filter(({ accepted }) => !accepted).length),
    named: judged.map(({ name, verdict }): Named => [name, verdict]),
    wrong: judged.flatMap(({ wrong }) => wrong),
  };
}

function judgedInput({ steps, expected }: Input, folder: URL, { checkSdp, core }: Library) {
  const textOf = (file: string) => readFileSync(new URL(`${file}.sdp`, folder), "utf8");
  let session = core.createSession();
  const wrong: string[] = [];
  for (const [side, type, file] of steps.slice(0, -1)) {
    const outcome = made(core, session, { side, type, sdp: textOf(file) });
    if (outcome.kind === "rejected") wrong.push(`${file} is refused before its time: ${outcome.rejection.message}`);
    session = outcome.session;
  }
  const [side, type, file] = steps.at(-1) ?? (["remote", "offer", ""] as const);
  const findings = checkSdp(textOf(file), { type, side, session });
  const accepted = findings.every(({ severity }) => severity !== "error");
  // A tls-id is missing in nearly all.
  const shown = findings.filter(({ rule }) => rule !== "W1").map(({ rule, severity }) => `${rule} ${severity}`);
  const after =
    steps.length > 1
      ? ` after ${steps
          .slice(0, -1)
          .map(([, , before]) => before)
          .join(", ")}`
      : "";
  const words = [...new Set(shown)].join(", ");
  const name = `as a ${side} ${type}${after}`;
  const verdict = `${file}: ${accepted ? "accepted" : "refused"}${words && `, ${words}`}`;
  const first = findings.find(({ severity }) => severity === "error");
  const found = expected?.[1] === "error" ? first : findings.find(({ rule }) => rule === expected?.[0]);
  const asExpected = expected === null ? accepted : found?.rule === expected[0] && found.severity === expected[1];
  if (!asExpected) wrong.push(`${file}: expected ${expected?.join(" ") ?? "nothing"}, found ${words}`);
  return { accepted, name, verdict, wrong };
}
