import { createWorld } from "jsep-machine/fake";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createCall, signalingPair } from "./call.js";

const world = createWorld();
let uninstall;
// happy-dom lets media elements play no streams but its own.
Object.defineProperty(HTMLMediaElement.prototype, "srcObject", { value: null, writable: true });

beforeEach(() => {
  uninstall = world.install(window);
});
afterEach(() => uninstall());

test("a call is set up", async () => {
  const [here, there] = signalingPair();
  const caller = createCall(here);
  const callee = createCall(there, { polite: true });
  caller.start();
  await new Promise((resolve) => caller.channel.addEventListener("open", resolve));
  expect(callee.pc.connectionState).toBe("connected");
  expect(caller.pc).toBeInstanceOf(window.EventTarget);
});

test("the page's camera is the fake's", async () => {
  const stream = await navigator.mediaDevices.getUserMedia({ video: true });
  const video = document.createElement("video");
  video.srcObject = stream;
  expect(video.srcObject.getVideoTracks()[0].label).toBe("Fake camera");
});
