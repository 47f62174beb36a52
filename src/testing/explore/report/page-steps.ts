import type { PairChoice } from "../search/both-sides.ts";
import type { TraceStep } from "../search/pair-run.ts";
import { isCandidateName } from "../side/message.ts";

/**
 * The steps of a program in a browser: it delivers the messages and acts in the order of the trace, each once both sides
 * have come to the states, and have made as many calls, as in the trace. Candidates come when the browser has them: each arrives after what was
 * sent before it, and before what was sent after it.
 */
export function pageSteps(trace: readonly TraceStep[], choices: readonly PairChoice[]): readonly string[] {
  const calls = { a: 0, b: 0 };
  let states: TraceStep["states"] = { a: "stable", b: "stable" };
  return choices.flatMap((choice, index) => {
    const lines = stepsOf(choice, trace[index]?.received ?? []);
    const place = `{ a: "${states.a}", b: "${states.b}" }, { a: ${calls.a}, b: ${calls.b} }`;
    const step = trace[index];
    if (step !== undefined) {
      states = step.states;
      calls[step.who] += step.calls.length;
    }
    return lines.length === 0 ? [] : [`await reach(${place});`, ...lines];
  });
}

function stepsOf(choice: PairChoice, received: readonly string[]): readonly string[] {
  const { side } = choice;
  if (choice.kind === "turn") {
    if (choice.choice.kind === "close") return [`${side}.pc.close();`];
    return choice.choice.kind === "act" ? [`act(${side});`] : [];
  }
  const others = received.filter((name) => !isCandidateName(name));
  if (others.length === 0)
    return [`await ${choice.kind === "lose" ? "loseCandidates" : "deliverCandidates"}(${side});`];
  if (choice.kind === "deliver") return others.map(() => `await deliver(${side});`);
  if (choice.kind === "lose") return others.map(() => `await lose(${side});`);
  return [`await deliver(${side}, ${others.length});`];
}
