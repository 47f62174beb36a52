import type { Implementation } from "./implementation.ts";

/** The implementations in Node, by the name that `--impl` takes. */
export const implementationNames = ["fake", "werift", "werift-connection", "wrtc"] as const;
export type ImplementationName = (typeof implementationNames)[number];

/** Loads an implementation, or a module at a path or URL that exports one as `implementation`. */
export async function loadImplementation(name: string): Promise<Implementation> {
  const known: readonly string[] = implementationNames;
  const specifier = known.includes(name) ? new URL(`${name}.ts`, import.meta.url).href : name;
  return ((await import(specifier)) as { implementation: Implementation }).implementation;
}
