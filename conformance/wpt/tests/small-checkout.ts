import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

// As much of testharness.js's interface as the runner and the files below use.
const harness = `
const pending = [], results = [], onResult = [], onCompletion = [];
const report = (name, status, message) => {
  const result = { name, status, message };
  results.push(result);
  for (const callback of onResult) callback(result);
};
function setup() {}
function add_result_callback(callback) { onResult.push(callback); }
function add_completion_callback(callback) { onCompletion.push(callback); }
function assert_true(value, message) { if (!value) throw new Error(message); }
function promise_test(run, name) { pending.push({ run, name }); }
function complete(status, message) { for (const callback of onCompletion) callback(results, { status, message }); }
addEventListener("error", ({ error }) => complete(1, String(error)));
addEventListener("load", async () => {
  for (const { run, name } of pending)
    await Promise.resolve().then(run).then(() => report(name, 0, null), ({ message }) => report(name, 1, message));
  complete(0, null);
});
`;

const page = (script: string) => `<!doctype html>
<script src="/resources/testharness.js"></script>
<script src=/resources/testharnessreport.js></script>
<script src="helper.js"></script>
<script>${script}</script>`;

const files: Readonly<Record<string, string>> = {
  "resources/testharness.js": harness,
  "webrtc/helper.js": "const answer = () => 42;",
  "webrtc/passes.https.html": page(`
    promise_test(async () => assert_true(answer() === 42), "the helper is there");
    promise_test(async () => {
      const error = await new RTCPeerConnection().refused().catch((reason) => reason);
      assert_true(error.constructor === DOMException && self.DOMException === DOMException, "another DOMException");
    }, "an error of the implementation is one of the page");
    promise_test(async () => assert_true(document.querySelectorAll("script").length === 4), "there is a document");
    promise_test(async () => {
      const [track] = (await navigator.mediaDevices.getUserMedia({ audio: true })).tracks;
      assert_true(track === "a track of audio", track);
    }, "getUserMedia gives the implementation's tracks");`),
  "webrtc/frames.html": page(`
    promise_test(async () => {
      const frame = document.createElement("iframe");
      frame.srcdoc = "<script\\>window.onmessage = ({ data }) => parent.postMessage({ got: data, pc: new RTCPeerConnection().constructor === RTCPeerConnection }, '*');</script\\>";
      document.documentElement.append(frame);
      await new Promise((resolve) => { frame.onload = resolve; });
      const answer = new Promise((resolve) => { window.onmessage = resolve; });
      frame.contentWindow.postMessage({ word: "hello" }, "*");
      const { data } = await answer;
      assert_true(data.got.word === "hello" && data.pc, JSON.stringify(data));
    }, "a frame runs its scripts, and exchanges messages with the page");`),
  "webrtc/fails.html": page(`
    promise_test(async () => {}, "this one passes");
    promise_test(async () => assert_true(false, "for a reason"), "this one fails");`),
  "webrtc/hangs.html": page(`
    promise_test(async () => {}, "before the hang");
    promise_test(async () => { for (;;); }, "the hang");`),
  "webrtc/crashes.html": page(`promise_test(async () => process.exit(3), "the crash");`),
  "webrtc/throws.html": page(`throw new TypeError("from a script");`),
  "webrtc/script.window.js":
    '// META: script=helper.js\npromise_test(async () => assert_true(answer() === 42 && location.pathname === "/webrtc/script.window.html"), "a script");',
  "webrtc/no-test.html": "<!doctype html><p>a page that a test opens</p>",
  "implementation.mjs": `export const implementation = {
    title: "a stand-in 1.0",
    globals: {
      RTCPeerConnection: class { async refused() { throw new DOMException("no", "InvalidStateError"); } },
      MediaStream: class { constructor(tracks) { this.tracks = tracks; } },
    },
    createTrack: (kind) => \`a track of \${kind}\`,
  };`,
};

/** Writes a checkout of a few files of our own, and an implementation beside it. Returns its folder. */
export function smallCheckout(): string {
  const folder = mkdtempSync(join(tmpdir(), "wpt-"));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}
