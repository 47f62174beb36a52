// Writes dist/viewer.html.
import { mkdirSync, writeFileSync } from "node:fs";
import { viewerPage } from "./viewer-page.ts";

// What the page may weigh, empty, in bytes.
const limit = 300_000;

const page = viewerPage();
const size = Buffer.byteLength(page);
const dist = new URL("../../dist/", import.meta.url);
mkdirSync(dist, { recursive: true });
writeFileSync(new URL("viewer.html", dist), page);
console.log(`dist/viewer.html: ${size} bytes, at most ${limit}`);
if (size > limit) process.exitCode = 1;
