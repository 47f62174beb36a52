// The built package, with the types of its source: those of dist are there only after a build.
import { connectionEntry, coreEntry, machineEntry, requireBuild, root, sdpEntry } from "./build-output.ts";

type Core = typeof import("../src/entries/index.ts");
type ConnectionEntry = typeof import("../src/entries/connection.ts");
type Machine = typeof import("../src/entries/machine.ts");
type SdpLayer = typeof import("../src/entries/sdp.ts");

requireBuild();

export const core: Core = await import(new URL(coreEntry, root).href);
export const machine: Machine = await import(new URL(machineEntry, root).href);
export const sdp: SdpLayer = await import(new URL(sdpEntry, root).href);
export const connection: ConnectionEntry = await import(new URL(connectionEntry, root).href);
