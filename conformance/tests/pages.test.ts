// The pages made from the recording that is committed.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { test } from "node:test";
import { root } from "../command.ts";
import { fragmentOf } from "../report/markdown.ts";
import { reportPages } from "../report/pages.ts";
import { readRecording, recordingPath } from "../results/recording.ts";

const pages = new Map(
  reportPages(readRecording(`${root}${recordingPath}`)).map(({ path, content }) => [path, content]),
);

/** A page of docs/ that is not made from the recording. */
function writtenByHand(page: string): string | null {
  const file = `${root}docs/${page}`;
  return existsSync(file) ? readFileSync(file, "utf8") : null;
}

test("the main page has at most 20 kB, and begins with ten lines on what was found", () => {
  const main = pages.get("conformance.md") ?? "";
  assert.ok(Buffer.byteLength(main) <= 20_000, `${Buffer.byteLength(main)} bytes`);
  const [, , title = "", ...found] = main.split("\n").slice(0, 14);
  assert.match(title, /^# /);
  assert.equal(found.filter((line) => line.startsWith("- **")).length, 10);
});

test("every link between the pages leads to a page and a heading of it", () => {
  let links = 0;
  for (const [path, content] of pages) {
    for (const [, target = ""] of content.matchAll(/\]\(((?!https:)[^)]*)\)/g)) {
      const [file = "", fragment] = target.split("#");
      const page = file === "" ? path : posix.join(posix.dirname(path), file);
      const headings = headingsOf(pages.get(page) ?? writtenByHand(page) ?? assert.fail(`${path}: no page ${target}`));
      if (fragment !== undefined) assert.ok(headings.includes(`#${fragment}`), `${path}: no heading ${target}`);
      links++;
    }
  }
  assert.ok(links > 50, `${links} links`);
});

test("no page has a heading or a block of code twice, and every short link has its address", () => {
  for (const [path, content] of pages) {
    const headings = headingsOf(content);
    assert.deepEqual(headings, [...new Set(headings)], path);
    const blocks = [...content.matchAll(/^```(?:mjs|text)\n[\s\S]*?^```$/gm)].map(([block]) => block);
    assert.deepEqual(blocks, [...new Set(blocks)], path);
    for (const [, label = ""] of content.matchAll(/\(\[([^\]]+)\]\)/g)) {
      assert.ok(content.includes(`\n[${label}]: https://`), `${path}: ${label}`);
    }
  }
});

function headingsOf(content: string): readonly string[] {
  return [...content.matchAll(/^#+ (.*)$/gm)].map(([, heading = ""]) => fragmentOf(heading));
}
