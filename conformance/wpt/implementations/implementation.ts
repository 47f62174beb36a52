import { readFileSync } from "node:fs";

/** What an implementation in Node puts into a page. */
export interface Implementation {
  /** As a report names it, with its version. */
  readonly title: string;
  /** The constructors of the page, by their global name. */
  readonly globals: Readonly<Record<string, unknown>>;
  /** Makes a track without a device, for getUserMedia, canvas and Web Audio; missing where the implementation has none. */
  createTrack?(kind: "audio" | "video"): unknown;
  /** Its own getUserMedia, where it has one. */
  readonly getUserMedia?: (constraints: unknown) => Promise<unknown>;
}

/** The members of a module, or of an object that interfaces were installed on, that are named as WebRTC's interfaces are. */
export function interfacesOf(module: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const names = Object.getOwnPropertyNames(module).filter((name) => /^(?:RTC[A-Z]|MediaStream)\w*$/.test(name));
  return Object.fromEntries(names.map((name) => [name, module[name]]));
}

/** A package's name and its installed version. */
export function titleOf(packageName: string): string {
  const manifest = new URL(`../../node_modules/${packageName}/package.json`, import.meta.url);
  const { version } = JSON.parse(readFileSync(manifest, "utf8")) as { version: string };
  return `${packageName} ${version}`;
}
