import { readFileSync } from "node:fs";
import { join, normalize } from "node:path";

// The server of web-platform-tests serves this file from another place.
const moved: Readonly<Record<string, string>> = {
  "/resources/WebIDLParser.js": "/resources/webidl2/lib/webidl2.js",
};

/** The file of a checkout that stands for a path of a URL; null where the path leads out of it. */
export function fileOf(folder: string, path: string): string | null {
  const relative = normalize(decodeURIComponent(moved[path] ?? path));
  return relative.startsWith("/") ? join(folder, relative) : null;
}

/** The HTML of a test: the file itself, or the page that web-platform-tests wraps a script in. */
export function pageOf(folder: string, test: string): string {
  const text = readFileSync(join(folder, "webrtc", test), "utf8");
  return test.endsWith(".js") ? wrapped(test, text) : text;
}

function wrapped(test: string, text: string): string {
  const meta = (key: string) => [...text.matchAll(new RegExp(`^// META: ${key}=(.*)$`, "gm"))].map(([, it = ""]) => it);
  const scripts = [
    "/resources/testharness.js",
    "/resources/testharnessreport.js",
    ...meta("script"),
    `/webrtc/${test}`,
  ];
  return [
    "<!doctype html><meta charset=utf-8>",
    ...meta("title").map((title) => `<title>${title}</title>`),
    ...meta("timeout").map((timeout) => `<meta name="timeout" content="${timeout}">`),
    ...scripts.map((script) => `<script src="${script}"></script>`),
  ].join("\n");
}

/** When a test file is given up, in ms: one that has no long timeout, and one that has it. */
export interface TimeLimits {
  readonly normal: number;
  readonly long: number;
}

/** Those of testharness.js, and five seconds more: a page that blocks cannot keep them itself. */
export const timeLimits: TimeLimits = { normal: 15_000, long: 65_000 };

export function limitOf(folder: string, test: string, limits: TimeLimits): number {
  const long = /<meta\s+name=["']?timeout["']?\s+content=["']?long/.test(pageOf(folder, test));
  return limits[long ? "long" : "normal"];
}
