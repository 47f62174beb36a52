import { createWorld } from "jsep-machine/fake";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createCall } from "./call.js";

let world;
let uninstall;
beforeEach(() => {
  world = createWorld();
  uninstall = world.install(globalThis);
});
afterEach(() => uninstall());

// The application on one side, the test on the other: it gets the offer, and sends what it likes.
async function offered() {
  const signaling = { sent: [], send: (message) => signaling.sent.push(message) };
  const call = createCall(signaling);
  call.start();
  await vi.waitFor(() => expect(signaling.sent[0]?.description.type).toBe("offer"));
  return { call, signaling, offer: signaling.sent[0].description };
}

test("an answer that comes twice is refused, and the call goes on", async () => {
  const { call, signaling, offer } = await offered();
  const answer = await world.echo().answer(offer);
  await signaling.onmessage({ description: answer });
  expect(call.error).toBeNull();

  await signaling.onmessage({ description: answer });
  expect(call.error.name).toBe("InvalidStateError");
  expect(call.error.cause.code).toBe("answer-in-wrong-state");
  await world.settle();
  expect(call.pc.connectionState).toBe("connected");
});

test("an answer without a fingerprint is refused: the rule is in the cause", async () => {
  const { call, signaling, offer } = await offered();
  const { type, sdp } = await world.echo().answer(offer);
  await signaling.onmessage({ description: { type, sdp: sdp.replace(/a=fingerprint:.*\r\n/g, "") } });
  expect(call.error.cause).toMatchObject({ error: "InvalidAccessError", rule: "D5" });
  expect(call.pc.signalingState).toBe("have-local-offer");
});

test("the stack fails to apply a good answer", async () => {
  const { call, signaling, offer } = await offered();
  const answer = await world.echo().answer(offer);
  world.fail(call.pc, "setRemoteDescription");
  await signaling.onmessage({ description: answer });
  expect(call.error.name).toBe("OperationError");
  // Once: the application may try again.
  call.error = null;
  await signaling.onmessage({ description: answer });
  expect(call.error).toBeNull();
});

test("the network goes, and comes back", async () => {
  const { call, signaling, offer } = await offered();
  await signaling.onmessage({ description: await world.echo().answer(offer) });
  await world.settle();
  const reconnect = world.disconnect(call.pc);
  await vi.waitFor(() => expect(call.pc.connectionState).toBe("disconnected"));
  reconnect();
  await vi.waitFor(() => expect(call.pc.connectionState).toBe("connected"));
});
