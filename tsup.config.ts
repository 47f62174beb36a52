import { defineConfig } from "tsup";
import { entries } from "./scripts/entries.ts";

export default defineConfig([
  {
    // signaling is no entry of the package: as a file of its own, a bundler leaves the rest out for those who want it alone.
    entry: {
      ...Object.fromEntries(entries.map(({ name, source }) => [name, source])),
      signaling: "src/signaling/next-signaling-state.ts",
    },
    format: ["esm", "cjs"],
    dts: true,
    target: "es2022",
    platform: "neutral",
    treeshake: true,
    // Jest runs CommonJS where import() is refused.
    esbuildOptions(options, { format }) {
      if (format === "cjs") options.supported = { "dynamic-import": false };
    },
  },
  {
    entry: { cli: "src/cli/main.ts" },
    format: ["esm"],
    target: "node20",
    platform: "node",
  },
]);
