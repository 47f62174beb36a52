// Sets descriptions and remembers their texts: a browser gives back its own reading of what it was given.

/** A description as it was set. */
export interface Slot {
  readonly type: string;
  readonly sdp: string;
}

/** The four slots of a peer connection, with the texts that were set. */
export interface Slots {
  readonly pendingLocalDescription: Slot | null;
  readonly currentLocalDescription: Slot | null;
  readonly pendingRemoteDescription: Slot | null;
  readonly currentRemoteDescription: Slot | null;
}

/** The side that a description is set on. */
export type Side = "local" | "remote";

const texts = new WeakMap<RTCPeerConnection, Record<Side, string[]>>();

/** Sets a description, and remembers its text once it is accepted. */
export async function setDescription(
  pc: RTCPeerConnection,
  side: Side,
  description: { readonly type: RTCSdpType; readonly sdp: string },
): Promise<void> {
  await (side === "local" ? pc.setLocalDescription(description) : pc.setRemoteDescription(description));
  const known = texts.get(pc) ?? { local: [], remote: [] };
  texts.set(pc, known);
  known[side].push(description.sdp);
}

/** The slots as they are now. */
export function slotsOf(pc: RTCPeerConnection): Slots {
  const { local = [], remote = [] } = texts.get(pc) ?? {};
  const [pendingLocalDescription, currentLocalDescription] = bothOf(
    pc.pendingLocalDescription,
    pc.currentLocalDescription,
    local,
  );
  const [pendingRemoteDescription, currentRemoteDescription] = bothOf(
    pc.pendingRemoteDescription,
    pc.currentRemoteDescription,
    remote,
  );
  return { pendingLocalDescription, currentLocalDescription, pendingRemoteDescription, currentRemoteDescription };
}

/** The last text that was set is the pending one, if there is one; the current one came before. */
function bothOf(
  pending: RTCSessionDescription | null,
  current: RTCSessionDescription | null,
  known: readonly string[],
): [Slot | null, Slot | null] {
  const before = pending === null ? known : known.slice(0, -1);
  return [slot(pending, known.at(-1)), slot(current, before.at(-1))];
}

function slot(description: RTCSessionDescription | null, text: string | undefined): Slot | null {
  return description === null ? null : { type: description.type, sdp: text ?? description.sdp };
}
