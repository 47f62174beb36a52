import "jsep-machine/fake/auto";
import assert from "node:assert/strict";
import { test } from "node:test";
import { defaultWorld as world } from "jsep-machine/fake";
import { createCall, signalingPair } from "./call.js";

test("a call is set up, and a message arrives", async () => {
  const [here, there] = signalingPair();
  const caller = createCall(here);
  const callee = createCall(there, { polite: true });
  caller.start();
  await new Promise((resolve) => caller.channel.addEventListener("open", resolve));
  await world.settle();
  assert.equal(callee.pc.connectionState, "connected");
  caller.send("hello");
  await world.settle();
  assert.deepEqual(callee.messages, ["hello"]);
  assert.deepEqual([caller.error, callee.error], [null, null]);
});
