import { defineConfig } from "tsup";

export default defineConfig([
  {
    entry: ["src/index.ts", "src/machine.ts"],
    format: ["esm", "cjs"],
    dts: true,
    target: "es2022",
    platform: "neutral",
    clean: true,
    treeshake: true,
  },
]);
