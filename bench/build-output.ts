import { existsSync } from "node:fs";

/** The root of the package. */
export const root = new URL("..", import.meta.url);

/** The built entries, from the root. */
export const coreEntry = "./dist/index.js";
export const connectionEntry = "./dist/connection.js";
export const machineEntry = "./dist/machine.js";
export const sdpEntry = "./dist/sdp.js";
export const command = "./dist/cli.js";

/** Ends the process with a clear line where the package has not been built. */
export function requireBuild(): void {
  if ([coreEntry, connectionEntry, machineEntry, sdpEntry, command].every((file) => existsSync(new URL(file, root))))
    return;
  console.error("The built package is measured, and dist is missing or incomplete: run npm run build first.");
  process.exit(2);
}
