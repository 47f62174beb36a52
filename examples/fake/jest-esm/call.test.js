import { createWorld } from "jsep-machine/fake";
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
  await new Promise((resolve) => caller.channel.addEventListener("open", resolve));
  await world.settle(); // the other side's "datachannel" event may come a task later
  expect(callee.pc.connectionState).toBe("connected");
  caller.send("hello");
  await world.settle();
  expect(callee.messages).toEqual(["hello"]);
  expect([caller.error, callee.error]).toEqual([null, null]);
});
