import { profiles } from "../../../signaling/profile.ts";
import type { ExploreSettings } from "../explore-options.ts";
import type { PairChoice } from "../search/both-sides.ts";
import type { TraceStep } from "../search/pair-run.ts";

const library = JSON.stringify("jsep-machine/testing");

/** What is shown again. */
interface Shown {
  readonly property: string;
  readonly message: string;
  readonly schedule: string;
  readonly seed: number;
  readonly trace: readonly TraceStep[];
}

/**
 * A program that shows a violation again. On the fake it runs the very schedule; in a browser it delivers the messages and
 * acts in the same order, each once both sides have come to the states that the trace has there. The reader has the code
 * in `negotiator.mjs`.
 */
export function programText(shown: Shown, choices: readonly PairChoice[], settings: ExploreSettings): string {
  const { property, message, schedule, seed, trace } = shown;
  const { actions, faults, candidates, profile } = settings;
  const acts = (side: "a" | "b") => actions[side].map(({ run }) => `      ${run.toString()},`);
  const steps = choices.flatMap((choice, index) => {
    const before = trace[index - 1]?.states ?? { a: "stable", b: "stable" };
    const step = browserStep(choice);
    return step === null ? [] : [`    await reach("${before.a}", "${before.b}");`, `    ${step}`];
  });
  return [
    `// ${property}: ${message.replaceAll("\n", " ")}`,
    `// In Node.js this runs on the fake. In a page, load it as a module: it runs on the browser's own RTCPeerConnection.`,
    `import negotiator from "./negotiator.mjs";`,
    ``,
    `const actions = {`,
    `  a: [`,
    ...acts("a"),
    `  ],`,
    `  b: [`,
    ...acts("b"),
    `  ],`,
    `};`,
    ``,
    `if (typeof RTCPeerConnection === "undefined") {`,
    `  const { exploreNegotiation } = await import(${library});`,
    `  const { violation } = await exploreNegotiation(negotiator, {`,
    `    actions: ["a", "b"].flatMap((peer) => actions[peer].map((run) => ({ peer, do: run }))),`,
    `    faults: ${JSON.stringify(faults)},`,
    `    candidates: "${candidates}",`,
    ...(profile === profiles["webrtc-pc"] ? [] : [`    profile: ${JSON.stringify(profile)},`]),
    `    seed: ${seed},`,
    `    schedule: "${schedule}",`,
    `  });`,
    `  console.log(violation === null ? "It does not show." : violation.property + ": " + violation.message);`,
    `  if (violation !== null) console.log(violation.ladder);`,
    `} else {`,
    ...browserPreamble,
    `  try {`,
    ...steps,
    `    await pause(500);`,
    `  } catch (error) {`,
    `    console.log(String(error));`,
    `  }`,
    `  console.log("a is " + a.pc.signalingState + ", b is " + b.pc.signalingState);`,
    `}`,
    ``,
  ].join("\n");
}

function browserStep(choice: PairChoice): string | null {
  const { side } = choice;
  switch (choice.kind) {
    case "deliver":
      return `await deliver(${side});`;
    case "duplicate":
      return `await deliver(${side}, true);`;
    case "lose":
      return `await lose(${side});`;
    case "turn":
      if (choice.choice.kind === "close") return `${side}.pc.close();`;
      return choice.choice.kind === "act" ? `act(${side});` : null;
  }
}

const browserPreamble: readonly string[] = [
  `  addEventListener("unhandledrejection", ({ reason }) => console.log("unhandled: " + reason));`,
  `  const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));`,
  `  const make = (name) => ({`,
  `    pc: new RTCPeerConnection(), name, polite: name === "b", inbox: [], done: 0, handler: null, classes: globalThis,`,
  `    onMessage(handler) { this.handler = handler; },`,
  `    createTrack: (kind) => new RTCPeerConnection().addTransceiver(kind).receiver.track,`,
  `  });`,
  `  const [a, b] = [make("a"), make("b")];`,
  `  const copy = (message) => (typeof message === "string" ? message : JSON.parse(JSON.stringify(message ?? null)));`,
  `  for (const [peer, other] of [[a, b], [b, a]]) {`,
  `    peer.send = (message) => other.inbox.push(copy(message));`,
  `    peer.onMessage = peer.onMessage.bind(peer);`,
  `    negotiator(peer);`,
  `  }`,
  `  const until = async (holds) => {`,
  `    for (let waited = 0; !holds() && waited < 1000; waited += 5) await pause(5);`,
  `  };`,
  `  const reach = (ofA, ofB) => until(() => a.pc.signalingState === ofA && b.pc.signalingState === ofB);`,
  `  const act = (peer) => actions[peer.name][peer.done++](peer);`,
  `  const deliver = async (peer, again = false) => {`,
  `    await until(() => peer.inbox.length > 0);`,
  `    const [message] = peer.inbox;`,
  `    if (!again) peer.inbox.shift();`,
  `    if (message !== undefined) peer.handler(message);`,
  `  };`,
  `  const lose = async (peer) => {`,
  `    await until(() => peer.inbox.length > 0);`,
  `    peer.inbox.shift();`,
  `  };`,
];
