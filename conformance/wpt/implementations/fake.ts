import type { Implementation } from "./implementation.ts";

// By a name at run time: the other implementations can be judged where the fake does not load.
const entry = new URL("../../../src/entries/fake.ts", import.meta.url).href;
const { createWorld } = (await import(entry)) as {
  createWorld(options: object): {
    install(target: object): () => void;
    getUserMedia?(constraints: unknown): Promise<unknown>;
  };
};

const world = createWorld({ clock: "real", seed: 1 });
const globals: Record<string, unknown> = {};
world.install(globals);
const getUserMedia = world.getUserMedia?.bind(world);

export const implementation: Implementation = {
  title: "jsep-machine/fake",
  globals,
  ...(getUserMedia === undefined ? {} : { getUserMedia }),
};
