import { revisions } from "../../../connection/revision.ts";
import { profiles } from "../../../signaling/profile.ts";
import type { SideAction } from "../action.ts";
import type { ExploreSettings } from "../explore-options.ts";
import type { OwnProperty } from "../own-property.ts";
import type { PairChoice } from "../search/both-sides.ts";
import type { TraceStep } from "../search/pair-run.ts";
import { functionText } from "./function-text.ts";
import { pageSteps } from "./page-steps.ts";
import { nodePart, pageFunction } from "./program-parts.ts";

/** What is shown again. */
interface Shown {
  readonly property: string;
  readonly message: string;
  readonly schedule: string;
  readonly seed: number;
  readonly trace: readonly TraceStep[];
}

const code = JSON.stringify("./negotiator.mjs");

/**
 * A program that shows a violation again. On the fake it runs the very schedule; in a browser it delivers the messages and
 * acts in the same order.
 */
export function programText(shown: Shown, choices: readonly PairChoice[], settings: ExploreSettings): string {
  const { property, message, schedule, seed, trace } = shown;
  const { actions, faults, candidates, except, configuration, properties, texts } = settings;
  const acts = (side: "a" | "b") => actions[side].map(programAction).join("");
  const options = [
    `actions: ["a", "b"].flatMap((peer) => actions[peer].map((action) => ({ ...action, peer }))),`,
    `faults: ${JSON.stringify(faults)},`,
    `candidates: "${candidates}",`,
    ...(texts.profile === profiles["webrtc-pc"] ? [] : [`profile: ${JSON.stringify(texts.profile)},`]),
    ...(texts.revision === revisions.today ? [] : [`revision: ${JSON.stringify(texts.revision)},`]),
    ...(properties.length > 0 ? [`properties: [${properties.map(propertyText).join(", ")}],`] : []),
    ...(except.size > 0 ? [`except: ${JSON.stringify([...except])},`] : []),
    ...(configuration !== undefined ? [`configuration: ${JSON.stringify(configuration)},`] : []),
    `seed: ${seed},`,
    `schedule: ${JSON.stringify(schedule)},`,
  ];
  return `// ${property}: ${message.replace(/\s+/g, " ")}
// In Node.js this runs on the fake. In a page, load it as a module: it runs on the browser's own RTCPeerConnection.
import negotiator from ${code};

const actions = {
  a: [
${acts("a")}  ],
  b: [
${acts("b")}  ],
};

if (typeof RTCPeerConnection === "undefined") {
${nodePart(options)}
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

function programAction({ name, run }: SideAction): string {
  return `    { name: ${JSON.stringify(name)}, do: ${functionText(run)} },\n`;
}

function propertyText({ name, at = "rest", holds }: OwnProperty): string {
  return `{ name: ${JSON.stringify(name)}, at: "${at}", holds: ${functionText(holds)} }`;
}
