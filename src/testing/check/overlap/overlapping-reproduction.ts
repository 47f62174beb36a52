import type { FailingCall } from "../calls/made-call.ts";

/** A call of a reproduction: its code, and what comes before the next one. */
export type ReproducedOverlap = Pick<FailingCall, "peer" | "code" | "constant" | "wait">;

/** A program that makes the calls again, without awaiting those that overlapped, and prints what happens. */
export function overlappingReproduction(calls: readonly ReproducedOverlap[]): readonly string[] {
  return [
    ...overlappingPreamble,
    "const [a, b] = [await makePeerConnection(), await makePeerConnection()];",
    ...overlappingStart,
    ...calls.flatMap(overlappingStatements),
    ...overlappingEnd,
  ];
}

/**
 * How it makes its calls: `attempt` prints a line when the call has ended, `watch` one for each event, `rest` what the peer
 * connections are once nothing is under way. Each line has the signaling state, the types in the slots (pending and current
 * local, pending and current remote), and of each transceiver its mid, direction and currentDirection.
 */
export const overlappingPreamble: readonly string[] = [
  "const [made, open, streams] = [{}, new Set(), new Map()];",
  "const look = (pc) => {",
  '  const types = ["pendingLocal", "currentLocal", "pendingRemote", "currentRemote"].map((name) => {',
  "    try {",
  '      return pc[name + "Description"]?.type ?? "-";',
  "    } catch {",
  '      return "unreadable";',
  "    }",
  "  });",
  "  const transceivers = (pc.getTransceivers?.() ?? []).map(",
  '    ({ mid, direction, currentDirection }) => [mid, direction, currentDirection].join(" "),',
  "  );",
  '  return [pc.signalingState, types.join(" "), ...transceivers].join("; ");',
  "};",
  "const watch = (pc, name) => {",
  '  for (const type of ["signalingstatechange", "negotiationneeded", "track"]) {',
  '    pc.addEventListener?.(type, () => console.log([name, type, look(pc)].join(": ")));',
  "  }",
  "};",
  "const attempt = async (pc, call, name) => {",
  '  const label = String(call).replace("() => ", "");',
  "  const called = (async () => call())();",
  "  open.add(called);",
  "  try {",
  "    const value = await called;",
  "    if (name) made[name] = value;",
  '    console.log(label + " applied: " + look(pc));',
  "  } catch (error) {",
  '    console.log(label + " " + error + ": " + look(pc));',
  "  }",
  "  open.delete(called);",
  "};",
  "const later = (ms) => new Promise((resolve) => setTimeout(resolve, ms));",
  "const streamOf = (pc, place) => {",
  "  if (!streams.has(pc)) streams.set(pc, [new MediaStream(), new MediaStream()]);",
  "  return streams.get(pc)[place];",
  "};",
];

/** What comes before the first call, once there are two peer connections `a` and `b`. */
export const overlappingStart: readonly string[] = [
  "const rest = async () => {",
  "  await Promise.race([Promise.allSettled([...open]), later(1000)]);",
  "  await later(100);",
  '  for (const [name, pc] of [["a", a], ["b", b]]) console.log(name + " at rest: " + look(pc));',
  "};",
  'watch(a, "a");',
  'watch(b, "b");',
];

/** What comes after the last call. */
export const overlappingEnd: readonly string[] = ["await rest();", "a.close();", "b.close();"];

/** A call as statements. */
export function overlappingStatements({ peer, code, constant, wait }: ReproducedOverlap): readonly string[] {
  const name = constant === null ? "" : `, "${constant}"`;
  const call = `${wait === "settled" ? "await " : ""}attempt(${peer}, () => ${code}${name});`;
  return wait === "rest" ? [call, "await rest();"] : [call];
}
