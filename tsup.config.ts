import { defineConfig } from "tsup";

export default defineConfig([
  {
    entry: ["src/index.ts", "src/machine.ts"],
    format: ["esm", "cjs"],
    dts: true,
    target: "es2022",
    platform: "neutral",
    treeshake: true,
  },
  {
    entry: { cli: "src/cli/main.ts" },
    format: ["esm"],
    target: "node20",
    platform: "node",
  },
]);
