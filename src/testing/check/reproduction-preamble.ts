/**
 * How a reproduction makes its calls: `attempt` prints a line for each, with its outcome, the states in the events since the
 * line before, the type, the length and a checksum of what each slot holds (pending and current local, pending and current
 * remote), and the signaling state. A refused call does not end the program.
 */
export const reproductionPreamble: readonly string[] = [
  "const events = [];",
  "const watch = (pc) =>",
  '  pc.addEventListener?.("signalingstatechange", () => events.push(pc.signalingState));',
  "const described = ({ type, sdp }) => {",
  "  let sum = 0;",
  "  for (const char of sdp) sum = (sum * 31 + char.codePointAt(0)) % 65521;",
  '  return [type, sdp.length, sum.toString(16)].join(":");',
  "};",
  "const slots = (pc) =>",
  '  ["pendingLocal", "currentLocal", "pendingRemote", "currentRemote"].map((name) => {',
  "    try {",
  '      const held = pc[name + "Description"];',
  '      return held ? described(held) : "-";',
  "    } catch {",
  '      return "unreadable";',
  "    }",
  "  });",
  "const attempt = async (pc, call) => {",
  '  let [value, outcome] = [null, "applied"];',
  "  try {",
  "    value = await call();",
  '    if (value?.sdp) outcome = "created " + described(value);',
  "  } catch (error) {",
  "    outcome = String(error);",
  "  }",
  '  const fired = events.splice(0).join(" ") || "none";',
  '  console.log([outcome, "events " + fired, "slots " + slots(pc).join(" "), pc.signalingState].join("; "));',
  "  return value;",
  "};",
];

/**
 * How a reproduction of overlapping calls makes them: `attempt` prints a line when the call has ended, `watch` one for each event, `rest` what the peer
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
