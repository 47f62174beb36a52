import { type Implementation, interfacesOf } from "./implementation.ts";

type GetUserMedia = NonNullable<Implementation["getUserMedia"]>;

/** As much of the fake as a page needs. */
interface Fake {
  createWorld(options: object): { install(target: object): () => void };
}

/** What a world installs. */
interface Installed extends Record<string, unknown> {
  readonly navigator?: { readonly mediaDevices?: { getUserMedia: GetUserMedia } };
}

// By a name at run time: the other implementations can be judged where the fake does not load.
const entry = new URL("../../../src/entries/fake.ts", import.meta.url).href;
const { createWorld } = (await import(entry)) as Fake;

const installed: Installed = { navigator: { mediaDevices: {} as { getUserMedia: GetUserMedia } } };
createWorld({ clock: "real", seed: 1 }).install(installed);
const mediaDevices = installed.navigator?.mediaDevices;

export const implementation: Implementation = {
  title: "jsep-machine/fake",
  globals: interfacesOf(installed),
  ...(mediaDevices?.getUserMedia && { getUserMedia: (constraints) => mediaDevices.getUserMedia(constraints) }),
};
