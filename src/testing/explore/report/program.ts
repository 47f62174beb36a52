import type { ExploreSettings } from "../explore-options.ts";
import type { OwnProperty } from "../own-property.ts";
import type { PairChoice } from "../search/both-sides.ts";
import type { TraceStep } from "../search/pair-run.ts";
import { functionText } from "./function-text.ts";
import { pageFunction, pageSteps } from "./page-part.ts";

const library = JSON.stringify("jsep-machine/testing");

/** What is shown again. */
interface Shown {
  readonly property: string;
  readonly message: string;
  readonly schedule: string;
  readonly seed: number;
  readonly trace: readonly TraceStep[];
}

/** From where a program has the code, until its reader, or the command, puts a file in its place. */
export const programNegotiator = "./negotiator.mjs";

/**
 * A program that shows a violation again. On the fake it runs the very schedule; in a browser it delivers the messages and
 * acts in the same order.
 */
export function programText(shown: Shown, choices: readonly PairChoice[], settings: ExploreSettings): string {
  const { property, message, schedule, seed, trace } = shown;
  const { actions, faults, candidates, except, configuration, properties } = settings;
  const acts = (side: "a" | "b") => actions[side].map(({ run }) => `    ${functionText(run)},\n`).join("");
  const options = [
    `actions: ["a", "b"].flatMap((peer) => actions[peer].map((run) => ({ peer, do: run }))),`,
    `faults: ${JSON.stringify(faults)},`,
    `candidates: "${candidates}",`,
    ...(properties.length > 0 ? [`properties: [${properties.map(propertyText).join(", ")}],`] : []),
    ...(except.size > 0 ? [`except: ${JSON.stringify([...except])},`] : []),
    ...(configuration !== undefined ? [`configuration: ${JSON.stringify(configuration)},`] : []),
    `seed: ${seed},`,
    `schedule: ${JSON.stringify(schedule)},`,
  ];
  return `// ${property}: ${message.replace(/\s+/g, " ")}
// In Node.js this runs on the fake. In a page, load it as a module: it runs on the browser's own RTCPeerConnection.
import negotiator from "${programNegotiator}";

const actions = {
  a: [
${acts("a")}  ],
  b: [
${acts("b")}  ],
};

if (typeof RTCPeerConnection === "undefined") {
  const { exploreNegotiation } = await import(${library});
  const { violation } = await exploreNegotiation(negotiator, {
    ${options.join("\n    ")}
  });
  console.log(violation === null ? "It does not show." : violation.property + ": " + violation.message);
  if (violation !== null) console.log(violation.ladder);
} else {
  const { a, b, act, deliver, deliverCandidates, lose, loseCandidates, reach, judge } = inThisPage();
  try {
    ${pageSteps(trace, choices).join("\n    ")}
  } finally {
    await judge();
  }
}

// Two sides in this page, and what delivers their messages.
${pageFunction(property, configuration)}`;
}

function propertyText({ name, at = "rest", holds }: OwnProperty): string {
  return `{ name: ${JSON.stringify(name)}, at: "${at}", holds: ${functionText(holds)} }`;
}
