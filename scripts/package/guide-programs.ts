// The class of the guide for stack authors, in what the spec of the guide puts it through: slow transports, glare, a
// failing apply, close() in between.
import { join } from "node:path";
import { buildSync } from "esbuild";
import { root, type ScratchProject } from "./scratch-project.ts";

const run = `
for (const [name, scenario] of Object.entries(guideScenarios)) {
  await scenario(PeerConnection);
  console.log(name);
}
`;

/** Writes `guide.mjs` and `guide.cjs`; the class must have been written as one of the examples. */
export function writeGuidePrograms(project: ScratchProject): void {
  buildSync({
    entryPoints: [join(root, "spec/docs/running/guide-scenarios.ts")],
    outfile: join(project.directory, "guide-scenarios.mjs"),
    bundle: true,
    format: "esm",
    platform: "node",
    logLevel: "error",
  });
  const scenarios = 'import { guideScenarios } from "./guide-scenarios.mjs";';
  project.write("guide.mjs", `${scenarios}\nimport { PeerConnection } from "./peer-connection.mjs";\n${run}`);
  const required = 'const { PeerConnection } = require("./peer-connection.cjs");';
  const loaded = 'const { guideScenarios } = await import("./guide-scenarios.mjs");';
  project.write("guide.cjs", `${required}\n(async () => {\n${loaded}\n${run}\n})();\n`);
}
