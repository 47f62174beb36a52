// Writes dist/viewer.html and dist/playground.html.
import { mkdirSync, writeFileSync } from "node:fs";
import { playgroundPage, viewerPage } from "./viewer-page.ts";

const dist = new URL("../../dist/", import.meta.url);
mkdirSync(dist, { recursive: true });

// What a page may weigh, empty, in bytes.
write("viewer.html", viewerPage(), 300_000);
write("playground.html", await playgroundPage(), 400_000);

function write(name: string, page: string, limit: number): void {
  const size = Buffer.byteLength(page);
  writeFileSync(new URL(name, dist), page);
  console.log(`dist/${name}: ${size} bytes, at most ${limit}`);
  if (size > limit) process.exitCode = 1;
}
