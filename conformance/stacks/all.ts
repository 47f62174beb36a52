import { surveyInBrowser } from "./in-browser.ts";
import { surveyInNode } from "./in-node.ts";
import { resultOfProgram } from "./native.ts";
import { aiortcProgram, pionProgram } from "./native-programs.ts";
import type { Stack } from "./stack.ts";

// Without a STUN server werift asks a public one and waits five seconds for the answer; for IPv6 it asks no server.
const weriftConfiguration = { iceServers: [], iceUseIpv4: false };

const werift: Stack = {
  name: "werift",
  isJavaScript: true,
  title: "werift",
  homepage: "https://github.com/shinyoshiaki/werift-webrtc",
  driver: "Node",
  debianPackages: [],
  run: (settings) => surveyInNode("werift", weriftConfiguration, { ...settings, pause: 0 }),
};

const weriftExample = new URL("../../examples/werift/peer-connection.ts", import.meta.url).href;

/** werift alone, and the same transports under `jsep-machine/connection`. The latter is no stack of its own in the report. */
export const weriftBeforeAndAfter: readonly Stack[] = [
  werift,
  {
    ...werift,
    name: "werift under jsep-machine/connection",
    title: "examples/werift/",
    run: (settings) => surveyInNode("werift", {}, { ...settings, pause: 0 }, weriftExample),
  },
];

/** The stacks, in the order in which they run and stand in the report. */
export const stacks: readonly Stack[] = [
  {
    name: "chromium",
    isJavaScript: true,
    title: "Chromium",
    homepage: "https://webrtc.org/",
    driver: "a page, with puppeteer-core",
    debianPackages: ["chromium"],
    // It changes slots some ms after it has refused a broken answer: on a busy machine a shorter pause makes the results vary.
    run: (settings) => surveyInBrowser("Chromium", "chromium", { ...settings, pause: 20 }),
  },
  {
    name: "firefox",
    isJavaScript: true,
    title: "Firefox",
    homepage: "https://www.mozilla.org/firefox/enterprise/",
    driver: "a page, with puppeteer-core",
    debianPackages: ["firefox-esr"],
    run: (settings) => surveyInBrowser("Firefox ESR", "firefox-esr", { ...settings, pause: 0 }),
  },
  {
    name: "wrtc",
    isJavaScript: true,
    title: "@roamhq/wrtc",
    homepage: "https://github.com/WonderInventions/node-webrtc",
    driver: "Node",
    debianPackages: [],
    run: (settings) => surveyInNode("@roamhq/wrtc", {}, { ...settings, pause: 0 }),
  },
  werift,
  {
    name: "aiortc",
    isJavaScript: false,
    title: "aiortc",
    homepage: "https://github.com/aiortc/aiortc",
    driver: "a Python program and `jsep-machine serve`",
    debianPackages: ["python3-aiortc"],
    run: async () => resultOfProgram(aiortcProgram()),
  },
  {
    name: "pion",
    isJavaScript: false,
    title: "Pion",
    homepage: "https://github.com/pion/webrtc",
    driver: "a Go program and `jsep-machine serve`",
    debianPackages: ["golang-go", "golang-github-pion-webrtc.v3-dev"],
    run: async () => resultOfProgram(pionProgram()),
  },
];
