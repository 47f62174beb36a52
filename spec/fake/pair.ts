import { createWorld, type FakeWorld } from "../../src/fake/world/create-world.ts";

// biome-ignore lint/suspicious/noExplicitAny: the tests use the objects as applications do
export type Any = any;

/** Two connections of a world that exchange their candidates. */
export function connectionsIn(world: FakeWorld): { readonly a: Any; readonly b: Any } {
  const a = new world.RTCPeerConnection();
  const b = new world.RTCPeerConnection();
  a.onicecandidate = ({ candidate }: Any) => b.addIceCandidate(candidate ?? undefined);
  b.onicecandidate = ({ candidate }: Any) => a.addIceCandidate(candidate ?? undefined);
  return { a, b };
}

/** An offer and its answer. */
export async function negotiated(a: Any, b: Any): Promise<void> {
  await a.setLocalDescription();
  await b.setRemoteDescription(a.localDescription);
  await b.setLocalDescription();
  await a.setRemoteDescription(b.localDescription);
}

/** A world, and two connections with a data channel that is open. */
export async function channelPair(init: object = {}) {
  const world = createWorld({ clock: "virtual" });
  const { a, b } = connectionsIn(world);
  const near = a.createDataChannel("chat", init);
  let far: Any = null;
  b.ondatachannel = ({ channel }: Any) => {
    far = channel;
  };
  if ("negotiated" in init) far = b.createDataChannel("chat", init);
  await negotiated(a, b);
  await world.settle();
  return { world, a, b, near, far };
}

/** Notes events, as the target and the type, in their order. */
export function noteEvents(
  notes: string[],
  name: string,
  target: Any,
  types: readonly string[],
  more = (_: Any) => "",
): void {
  for (const type of types)
    target.addEventListener(type, (event: Any) =>
      notes.push([name, type, more(event)].filter((word) => word !== "").join(" ")),
    );
}
