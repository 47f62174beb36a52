// Writes a webrtc-internals dump as older Chrome versions did.

interface Update {
  readonly type: string;
  readonly value: string;
  readonly timestamp: number;
}

/** The same dump with dates for timestamps, bare states and descriptions as text. */
export function olderInternals(text: string): string {
  return rewritten(text, (update) => ({ type: update.type, value: olderValue(update), time: dateOf(update) }));
}

/** The same dump of an even older Chrome, with names of its own for states. */
export function oldestInternals(text: string): string {
  return rewritten(text, (update) => {
    const older = { type: update.type, value: olderValue(update), time: dateOf(update) };
    if (update.type !== "onsignalingstatechange") return older;
    return { ...older, type: "signalingStateChange", value: oldStates[older.value] ?? older.value };
  });
}

const oldStates: Readonly<Record<string, string>> = {
  stable: "SignalingStateStable",
  "have-local-offer": "SignalingStateHaveLocalOffer",
  "have-remote-offer": "SignalingStateHaveRemoteOffer",
  "have-local-pranswer": "SignalingStateHaveLocalPrAnswer",
  "have-remote-pranswer": "SignalingStateHaveRemotePrAnswer",
  closed: "SignalingStateClosed",
};

function rewritten(text: string, rewrite: (update: Update) => unknown): string {
  const dump = JSON.parse(text);
  for (const connection of Object.values<{ updateLog: Update[] }>(dump.PeerConnections)) {
    connection.updateLog = connection.updateLog.map(rewrite) as Update[];
  }
  return JSON.stringify(dump);
}

// As JavaScript's own toString() writes it: whole seconds.
function dateOf({ timestamp }: Update): string {
  return new Date(timestamp).toString();
}

function olderValue({ value }: Update): string {
  if (value.startsWith('"')) return JSON.parse(value);
  if (!value.startsWith("{")) return value;
  const { type, sdp } = JSON.parse(value);
  return typeof type === "string" ? `type: ${type}, sdp: ${sdp ?? ""}` : value;
}
