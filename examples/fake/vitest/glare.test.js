import { createWorld } from "jsep-machine/fake";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createCall, signalingPair } from "./call.js";

let world;
let uninstall;
beforeEach(() => {
  world = createWorld();
  uninstall = world.install(globalThis);
});
afterEach(() => uninstall());

test("both sides offer at once: the polite one gives way, and both are connected", async () => {
  const [here, there] = signalingPair();
  const impolite = createCall(here);
  const polite = createCall(there, { polite: true });
  const states = [];
  polite.pc.addEventListener("signalingstatechange", () => states.push(polite.pc.signalingState));

  impolite.start();
  polite.start();
  await new Promise((resolve) => impolite.channel.addEventListener("open", resolve));
  await world.settle();

  // Its own offer is rolled back before it takes the other one.
  expect(states.slice(0, 3)).toEqual(["have-local-offer", "stable", "have-remote-offer"]);
  expect([impolite.pc.connectionState, polite.pc.connectionState]).toEqual(["connected", "connected"]);
  expect([impolite.error, polite.error]).toEqual([null, null]);
});

test("two impolite sides: neither gives way, and no call comes about", async () => {
  const [here, there] = signalingPair();
  const sides = [createCall(here), createCall(there)];
  for (const side of sides) side.start();
  await new Promise((resolve) => setTimeout(resolve, 50));
  await world.settle();
  expect(sides.map(({ pc }) => pc.signalingState)).toEqual(["have-local-offer", "have-local-offer"]);
});
