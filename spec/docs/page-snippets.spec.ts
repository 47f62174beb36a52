// The files that docs/guide-test-suites.md shows for pages and for React Native, bundled as there and run in realms that
// have no more than such a platform has, and the fake with one fault.
import { fileURLToPath } from "node:url";
import { createContext, runInContext } from "node:vm";
import { build } from "esbuild";
import { describe, expect, it } from "vitest";
import { snippetModules } from "../../scripts/docs/snippets/modules.ts";
import type { Snippet } from "../../scripts/docs/snippets/snippets.ts";
import type { Observer } from "../../src/entries/observe.ts";
import { reportOn } from "../../src/report/report.ts";
import { readTrace } from "../../src/trace/read-trace.ts";
import { snippetWith } from "./running/snippet-module.ts";
import { RTCPeerConnection } from "./stand-ins/your-stack.ts";

const guide = "docs/guide-test-suites.md";
const library = "jsep-machine/observe";

// A call, then the other side's rollback, which the stand-in refuses, and an answer too many.
const application = `
  const [caller, callee] = [new RTCPeerConnection(), new RTCPeerConnection()];
  await caller.setLocalDescription();
  await caller.setRemoteDescription({ type: "rollback" }).catch(() => {});
  await callee.setRemoteDescription(caller.localDescription);
  await callee.setLocalDescription();
  await caller.setRemoteDescription(callee.localDescription);
  await caller.setRemoteDescription(callee.localDescription).catch(() => {});
`;
const verdicts = [
  ["conforms", "divergence", "conforms", "illegal-call"],
  ["conforms", "conforms"],
];

describe(guide, () => {
  it("observes every connection of a page, and its traces replay to the same verdicts", async () => {
    const page = realm({ RTCPeerConnection });
    page.run(await bundled(snippetWith(guide, library, "js")));
    await page.run(`(async () => {${application}})()`);
    const traces = page.run("jsepTraces()") as string[];
    expect(traces.map(replayedVerdicts)).toEqual(verdicts);
    expect(page.warnings).toEqual([
      expect.stringMatching(/^setRemoteDescription\(rollback\): divergence: The call is legal in have-local-offer/),
      expect.stringMatching(/^setRemoteDescription\(answer\): illegal-call: .* there is no offer to answer/),
    ]);
  });

  it("observes every connection in React Native, which has neither DOMException nor structuredClone", async () => {
    const phone = realm({ require: () => ({ RTCPeerConnection }) });
    expect(phone.run("typeof DOMException + typeof structuredClone")).toBe("undefinedundefined");
    phone.run(await bundled(snippetWith(guide, "react-native-webrtc")));
    await phone.run(`(async () => { const { RTCPeerConnection } = bundle; ${application}})()`);
    const observers = phone.run("bundle.observers") as readonly Observer[];
    expect(observers.map(({ steps }) => steps.map(({ verdict }) => verdict))).toEqual(verdicts);
    expect(observers.map((observer) => replayedVerdicts(observer.trace()))).toEqual(verdicts);
    expect(phone.warnings).toEqual([
      expect.stringMatching(/^setRemoteDescription\(rollback\): The call is legal in have-local-offer/),
    ]);
  });
});

function realm(globals: object) {
  const warnings: string[] = [];
  const console = { warn: (text: string) => warnings.push(text) };
  const context = createContext({ console, ...globals });
  return { warnings, run: (code: string): unknown => runInContext(code, context) };
}

async function bundled({ code, language }: Snippet): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: code, loader: language, resolveDir: fileURLToPath(new URL("../..", import.meta.url)) },
    alias: { [library]: fileURLToPath(snippetModules[library] ?? "") },
    external: ["react-native-webrtc"],
    bundle: true,
    write: false,
    format: "iife",
    globalName: "bundle",
    logLevel: "silent",
  });
  return outputFiles.map(({ text }) => text).join("\n");
}

function replayedVerdicts(text: string): string[] {
  const reading = readTrace(text);
  if (!reading.ok) throw new Error(reading.reason);
  return reportOn("", reading.value, {}).connections.flatMap(({ steps }) => steps.map(({ verdict }) => verdict));
}
