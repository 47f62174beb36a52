import { peerNames } from "../../exploration/world.ts";
import { signalingStateNamed } from "../../signaling/names.ts";
import { arrayIn, objectIn, shortTextIn } from "./member.ts";
import {
  mostTracedSteps,
  type OpenedTrace,
  type TracedLine,
  type TracedMessage,
  type TracedStep,
} from "./opened-trace.ts";

/** The trace of a violation, as `explore` saves it or prints it with --json; null for any other value. */
export function exploredTrace(file: string, value: unknown): OpenedTrace | null {
  const members = objectIn(value);
  const violation = "violation" in members ? objectIn(members.violation) : members;
  const { trace, message, schedule } = violation;
  const property = shortTextIn(violation.property);
  if (!Array.isArray(trace) || property === null) return null;
  const steps = trace.slice(0, mostTracedSteps).map(exploredStep);
  const last = steps.at(-1);
  const found = `${property}: ${shortTextIn(message) ?? ""}`;
  const ending: TracedLine = { kind: "refusal", text: `broken: ${property}`, reference: null };
  const again = shortTextIn(schedule);
  return {
    file,
    connections: ["impolite", "polite"],
    steps:
      last === undefined ? [] : [...steps.slice(0, -1), { ...last, isProblem: true, lines: [...last.lines, ending] }],
    messages: messagesSaid(steps),
    holdsDescriptions: false,
    notes: [`Found: ${found}`, ...(again === null ? [] : [`The schedule: ${again}`])],
  };
}

function exploredStep(value: unknown): TracedStep {
  const { who, what, effects, states } = objectIn(value);
  const name = who === "b" ? "b" : "a";
  const signalingState = signalingStateNamed(objectIn(states)[name]);
  return {
    connection: peerNames.indexOf(name),
    what: shortTextIn(what) ?? "",
    lines: arrayIn(effects).slice(0, 50).map(exploredLine),
    isProblem: false,
    signalingState,
    set: null,
  };
}

function exploredLine(value: unknown): TracedLine {
  const text = shortTextIn(value) ?? "";
  const state = signalingStateNamed(text);
  if (state !== null) return { kind: "state", text: `is in ${state}`, reference: null };
  const kind = /^sends /.test(text) ? "message" : /rejects:|unhandled/.test(text) ? "refusal" : "event";
  return { kind, text, reference: null };
}

/**
 * The messages that the words of the steps tell of. What one turn sends arrives together, unless the words of an arrival
 * leave some of it out.
 */
function messagesSaid(steps: readonly TracedStep[]): readonly TracedMessage[] {
  const messages: { name: string; from: number; to: number | null; connection: number }[] = [];
  for (const [index, { connection, what, lines }] of steps.entries()) {
    const arrived = /^receives (.*?)(, which will arrive again)?$/.exec(what);
    const waiting = messages.filter((one) => one.connection === connection && one.to === null);
    const together = waiting.filter(({ from }) => from === waiting[0]?.from);
    const names = arrived?.[1]?.split(", ") ?? [];
    if (arrived !== null && arrived[2] === undefined)
      for (const one of together) if (names.includes(one.name)) one.to = index;
    if (what.startsWith("loses ")) for (const one of together) messages.splice(messages.indexOf(one), 1);
    for (const { text } of lines) {
      const name = /^sends (.*)$/.exec(text)?.[1];
      if (name !== undefined) messages.push({ name, from: index, to: null, connection: 1 - connection });
    }
  }
  return messages;
}
