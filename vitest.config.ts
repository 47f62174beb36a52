import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["spec/**/*.spec.ts", "property-tests/**/*.spec.ts"],
    typecheck: { enabled: true, include: ["spec/**/*.test-d.ts"], tsconfig: "spec/tsconfig.json" },
    // The files of a worker share their modules, which halves the work: nothing in src/ has a state that changes.
    isolate: false,
    unstubGlobals: true,
    // Against a hang only: a busy machine may take its time.
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
