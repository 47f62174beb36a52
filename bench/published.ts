// The built package, with the types of its source: those of dist are there only after a build.
import { coreEntry, machineEntry, requireBuild, root } from "./build-output.ts";

type Core = typeof import("../src/index.ts");
type Machine = typeof import("../src/machine.ts");

requireBuild();

export const core: Core = await import(new URL(coreEntry, root).href);
export const machine: Machine = await import(new URL(machineEntry, root).href);
