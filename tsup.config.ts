import { defineConfig } from "tsup";

export default defineConfig([
  {
    // signaling is no entry of the package: as a file of its own, a bundler leaves the rest out for those who want it alone.
    entry: {
      index: "src/entries/index.ts",
      machine: "src/entries/machine.ts",
      sdp: "src/entries/sdp.ts",
      oracle: "src/entries/oracle.ts",
      trace: "src/entries/trace.ts",
      observe: "src/entries/observe.ts",
      testing: "src/entries/testing.ts",
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
