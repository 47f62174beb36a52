import { fileURLToPath } from "node:url";

/** This clone, where every program of the conformance run is started. */
export const root = fileURLToPath(new URL("..", import.meta.url));

/** The command jsep-machine as it was built, in the root. */
export const builtCommand = "dist/cli.js";
