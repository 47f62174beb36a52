// Small made-up results for the tests.
import type { FailingCall, SurveyReport } from "../library.ts";
import { resultFromSurvey } from "../results/from-survey.ts";
import { type Recording, recordingOf, type StackRun } from "../results/recording.ts";
import type { StackResult } from "../results/result.ts";

type Surveyed = SurveyReport["deviations"][number];
type Difference = Surveyed["difference"];

const reference = {
  spec: "webrtc-pc",
  section: "#set-description",
  url: "https://w3c.github.io/webrtc-pc/#set-description",
};

export function difference(code: string, members: Partial<Difference>): Difference {
  const [, kind = "", provision = ""] = /^(applied|refused|changed-sdp|wrong-[a-z]+)-(.*)$/.exec(code) ?? [];
  const words = { message: "The message.", expected: "expected", observed: "observed" };
  return {
    kind: kind as Difference["kind"],
    provision,
    code,
    cause: "unknown",
    follows: null,
    ...words,
    rule: null,
    reference,
    knownDeviation: null,
    ...members,
  };
}

/** A deviation that was shown by these calls; a call that ends in `!` is refused. */
export function surveyed(
  code: string,
  members: Partial<Difference>,
  calls: readonly string[] = ["a.close()"],
): Surveyed {
  const shown = difference(code, members);
  const failing = calls.map((call) => failingCall(call, []));
  const failure = { differences: [shown], calls: failing, path: "0/0", reproduction: "" };
  const isConsequence = calls.slice(0, -1).some((call) => call.includes("!"));
  return { code, provision: shown.provision, cause: shown.cause, isConsequence, difference: shown, count: 1, failure };
}

function failingCall(text: string, differences: readonly Difference[]): FailingCall {
  const code = text.replace("!", "");
  const refused = code !== text;
  const error = refused ? { name: "InvalidStateError" } : null;
  const observed = { outcome: refused ? "rejected" : "applied", error, signalingState: "stable" };
  const constant = code.endsWith("createOffer()") ? "offer1" : null;
  return { peer: "a", code, constant, wait: null, step: { observed, differences } } as unknown as FailingCall;
}

export function stackResult(
  report: Partial<Pick<SurveyReport, "provisions" | "conforming" | "deviations">>,
): StackResult {
  return resultFromSurvey("stack 1", {
    calls: 1,
    provisions: {},
    conforming: report.provisions ?? {},
    deviations: [],
    ...report,
  });
}

export function ran(name: string, result: StackResult): StackRun {
  return { kind: "ran", stack: stackName(name), result };
}

export function missing(name: string, reason: string): StackRun {
  return { kind: "missing", stack: stackName(name), reason };
}

function stackName(name: string) {
  return { name, title: name.toUpperCase(), homepage: "https://example.org/", driver: "a test" };
}

export function recorded(...runs: readonly StackRun[]): Recording {
  return recordingOf(runs, { seed: 1, runs: 2 });
}

export const lines = [
  {
    provision: "local-offer-in-stable",
    verdict: "pass",
    expected: "applied",
    observed: "applied",
    reproduction: ["a.setLocalDescription(offer)"],
  },
  {
    provision: "local-rollback-in-stable",
    verdict: "deviation",
    code: "applied-local-rollback-in-stable",
    kind: "applied",
    expected: "InvalidStateError",
    observed: "applied",
    reproduction: ["a.setLocalDescription(rollback)"],
  },
  {
    provision: "implicit-rollback",
    verdict: "not-implemented",
    expected: "applied",
    observed: "the API does not offer it",
    reproduction: ["a.setRemoteDescription(offer)"],
  },
  { done: true, stack: "stack", version: "3.1", calls: 12 },
]
  .map((line) => JSON.stringify(line))
  .join("\n");
