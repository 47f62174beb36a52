// Small made-up results for the tests.
import type { SurveyReport } from "../library.ts";
import { resultFromSurvey } from "../results/from-survey.ts";
import type { StackResult } from "../results/result.ts";

type Surveyed = SurveyReport["deviations"][number];
type Difference = Surveyed["difference"];

const reference = {
  spec: "webrtc-pc",
  section: "#set-description",
  url: "https://w3c.github.io/webrtc-pc/#set-description",
};

export function difference(code: string, told: Partial<Difference>): Difference {
  const provision = code.replace(/^(?:applied|refused|changed-sdp|wrong-[a-z]+)-/, "");
  const words = { message: "It was so.", expected: "expected", observed: "observed" };
  return { code, provision, ...words, rule: null, reference, knownDeviation: null, ...told };
}

export function surveyed(code: string, provision: string, told: Partial<Difference>): Surveyed {
  const shown = difference(code, told);
  const reproduction = [
    '// seed 1, path "0/0"',
    "const attempt = async (call) => {",
    "  try {",
    "  }",
    "};",
    "const a = await makePeerConnection();",
    `// ${code}`,
    "a.close();",
    "",
  ].join("\n");
  return {
    code,
    provision,
    difference: shown,
    failure: { differences: [shown], calls: [], path: "0/0", reproduction },
  };
}

export function stackResult(report: Partial<Pick<SurveyReport, "provisions" | "deviations">>): StackResult {
  return resultFromSurvey("stack 1", { calls: 1, provisions: {}, deviations: [], ...report });
}

export const lines = [
  { provision: "local-offer-in-stable", verdict: "pass" },
  {
    provision: "local-rollback-in-stable",
    verdict: "deviation",
    code: "applied-local-rollback-in-stable",
    expected: "InvalidStateError",
    observed: "applied",
    reproduction: ["a.setLocalDescription(rollback)"],
  },
  { provision: "implicit-rollback", verdict: "not-implemented" },
  { done: true, stack: "stack", version: "3.1", calls: 12 },
]
  .map((line) => JSON.stringify(line))
  .join("\n");
