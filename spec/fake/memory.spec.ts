import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { createWorld, type FakeWorld } from "../../src/fake/world/create-world.ts";
import { type Any, connectionsIn, negotiated } from "./pair.ts";

setFlagsFromString("--expose-gc");
const collectGarbage: () => void = runInNewContext("gc");

/** What is left of references to garbage. A reference holds its target until the turn is over. */
async function left(references: readonly WeakRef<object>[]): Promise<number> {
  for (let round = 0; round < 3; round++) {
    await new Promise((resolve) => setTimeout(resolve));
    collectGarbage();
  }
  return references.filter((reference) => reference.deref() !== undefined).length;
}

/** A connected pair with media and data, of which nothing but references is kept. */
async function droppedPair(world: FakeWorld, isClosed: boolean): Promise<readonly WeakRef<object>[]> {
  const { a, b } = connectionsIn(world);
  a.addTrack(world.createTrack("audio"));
  const near = a.createDataChannel("chat");
  const opened = new Promise<Any>((resolve) => {
    b.ondatachannel = ({ channel }: Any) => resolve(channel);
  });
  await negotiated(a, b);
  const far = await opened;
  await world.settle();
  near.send("hello");
  await world.settle();
  const objects = [a, b, near, far, a.getSenders()[0], b.getReceivers()[0].track, await a.getStats()];
  if (isClosed) a.close();
  return objects.map((object) => new WeakRef(object));
}

describe("the fake's memory", () => {
  it.each(["real", "virtual"] as const)(
    "a pair that is dropped is collected, closed or not: %s clock",
    async (clock) => {
      const world = createWorld({ clock });
      for (const isClosed of [true, false]) expect(await left(await droppedPair(world, isClosed))).toBe(0);
      expect(world.now()).toBeGreaterThanOrEqual(0);
    },
  );

  it("what is not dropped is not collected", async () => {
    const world = createWorld();
    const kept = new world.RTCPeerConnection();
    expect(await left([new WeakRef(kept)])).toBe(1);
    expect(kept.connectionState).toBe("new");
  });
});
