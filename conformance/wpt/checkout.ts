import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, globSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

/** A checkout of web-platform-tests, whole or in part. */
export interface Checkout {
  /** Its folder, absolute. */
  readonly folder: string;
  /** What names its content: the commit, or a hash of the files where there is no repository. */
  readonly identity: string;
  /** The test files below `webrtc/`, by their path below that. */
  readonly tests: readonly string[];
}

/** Opens a checkout. Returns a message where the folder is not one. */
export function openCheckout(path: string): Checkout | string {
  const folder = resolve(path);
  for (const needed of ["resources/testharness.js", "webrtc"]) {
    if (!existsSync(join(folder, needed)))
      return `${path} is no checkout of web-platform-tests: ${needed} is missing there`;
  }
  return { folder, identity: commitOf(folder) ?? `files ${hashOf(folder)}`, tests: testsIn(folder) };
}

function testsIn(folder: string): readonly string[] {
  const candidates = globSync("**/*.{html,window.js,any.js}", { cwd: join(folder, "webrtc") }).sort();
  return candidates.filter((path) => isTest(path, readFileSync(join(folder, "webrtc", path), "utf8")));
}

function isTest(path: string, text: string): boolean {
  return path.endsWith(".js") || /<script[^>]*\/resources\/testharness\.js/.test(text);
}

function commitOf(folder: string): string | null {
  if (!existsSync(join(folder, ".git"))) return null;
  try {
    return `commit ${execFileSync("git", ["rev-parse", "HEAD"], { cwd: folder, encoding: "utf8" }).trim()}`;
  } catch {
    return null;
  }
}

/** The first digits of a hash of every file that a test of `webrtc/` may read. */
function hashOf(folder: string): string {
  const hash = createHash("sha256");
  const files = globSync("{webrtc/**,resources/*.js,resources/webidl2/lib/*,interfaces/*.idl,common/*.js}", {
    cwd: folder,
    withFileTypes: false,
  });
  for (const path of files.sort()) {
    const content = contentOf(join(folder, path));
    if (content !== null) hash.update(`${path}\0`).update(content).update("\0");
  }
  return hash.digest("hex").slice(0, 12);
}

function contentOf(file: string): Buffer | null {
  try {
    return readFileSync(file);
  } catch {
    return null;
  }
}
