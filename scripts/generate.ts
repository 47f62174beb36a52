// Writes everything that is generated from the code, or, with --check, says what is out of date and exits 1.
import { readFileSync, writeFileSync } from "node:fs";
import { edgeSource } from "./generate-edge.ts";

const generated: readonly { path: string; content: string }[] = [
  { path: "src/signaling/edge.generated.ts", content: edgeSource() },
];

function stale(): string[] {
  return generated.filter(({ path, content }) => currentContent(path) !== content).map(({ path }) => path);
}

function currentContent(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}

if (process.argv.includes("--check")) {
  for (const path of stale()) console.error(`${path} is out of date: run npm run generate`);
  process.exitCode = stale().length === 0 ? 0 : 1;
} else {
  for (const { path, content } of generated) writeFileSync(path, content);
}
