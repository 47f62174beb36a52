import type { FakeWorld } from "../../src/entries/fake.ts";

// biome-ignore lint/suspicious/noExplicitAny: the packages are not installed where types are checked
export type Any = any;

export type MungedSdp = "refuse" | "accept";

/** A published library, and a use of it. */
export interface Application {
  /** The package, as it is installed. */
  readonly package: string;
  /** How signaling messages travel, and which part of the package runs, in a sentence or two. */
  readonly setting: string;
  /** What does not run here, and why; null where all of its negotiation does. */
  readonly leftOut: string | null;
  /** How the calls that are refused come about; null where none is. */
  readonly whyRefused: string | null;
  /** Does it change local descriptions before it sets them? It then runs in a world that accepts that, too. */
  readonly munges?: true;
  /**
   * Connects the library to itself in a world whose classes are the globals.
   *
   * @param shown notes what has been seen, in words
   * @param mungedSdp what becomes of changed descriptions in that world
   * @returns once all connections are closed
   */
  run(world: FakeWorld, shown: (what: string) => void, mungedSdp: MungedSdp): Promise<void>;
}

/** A package, untyped: it is imported only once it is installed. */
export function published(name: string): Promise<Any> {
  return import(name);
}

/** A stream with new tracks of these kinds. */
export function streamOf(world: FakeWorld, ...kinds: readonly ("audio" | "video")[]): MediaStream {
  return new world.MediaStream(kinds.map((kind) => world.createTrack(kind) as MediaStreamTrack));
}

/** The next event of that name of an EventEmitter. */
export function next(emitter: Any, name: string): Promise<Any> {
  return new Promise((resolve) => emitter.once(name, resolve));
}

/** Once that holds; an error that names it after five seconds. */
export async function until(what: string, holds: () => boolean): Promise<void> {
  for (let waited = 0; !holds(); waited += 10) {
    if (waited > 5000) throw new Error(`${what}: not within five seconds`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
