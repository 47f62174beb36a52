import { createWorld } from "jsep-machine/fake";
import { createCall, signalingPair } from "./call.js";

const world = createWorld();
let uninstall;
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
