import { createWorld } from "jsep-machine/fake";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createCall, signalingPair } from "./call.js";

let world;
let uninstall;
beforeEach(() => {
  world = createWorld();
  uninstall = world.install(globalThis);
});
afterEach(() => uninstall());

test("a call is set up, and a message arrives", async () => {
  const [here, there] = signalingPair();
  const caller = createCall(here);
  const callee = createCall(there, { polite: true });
  caller.start();
  await vi.waitFor(() => expect(caller.channel.readyState).toBe("open"));
  expect(callee.pc.connectionState).toBe("connected");
  caller.send("hello");
  await vi.waitFor(() => expect(callee.messages).toEqual(["hello"]));
  expect([caller.error, callee.error]).toEqual([null, null]);
});
