// Links in the docs lead somewhere: every relative one to a file, and, where it names a section, to a heading.
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type Page, pages } from "./running/pages.ts";

const root = new URL("../../", import.meta.url);

describe("the links of", () => {
  it.each(pages())("$path", (page) => expect(brokenLinks(page)).toEqual([]));
});

describe("README.md", () => {
  it("leads to every guide and page of docs/ that is written by hand", () => {
    const readme = textOf(new URL("README.md", root));
    const inDocs = pages().filter(({ path, text }) => /^docs\/[^/]+$/.test(path) && !text.startsWith("<!-- Generated"));
    expect(inDocs.map(({ path }) => path).filter((path) => !readme.includes(`](${path}`))).toEqual([]);
  });
});

describe("CONTRIBUTING.md", () => {
  it("names files and folders that exist", () => {
    const inBackticks = [...textOf(new URL("CONTRIBUTING.md", root)).matchAll(/`([\w./-]+)`/g)].map(
      ([, path = ""]) => path,
    );
    const paths = inBackticks.filter((path) => /^(?:src|spec|cases|scripts|docs|bench|vectors|captures)\//.test(path));
    expect(paths.length).toBeGreaterThan(15);
    expect(paths.filter((path) => !existsSync(new URL(path, root)))).toEqual([]);
  });
});

describe("the check of the links notices", () => {
  it.each([
    ["a missing file", "[a](docs/missing.md)", ["docs/missing.md"]],
    ["a missing picture", "![a](docs/missing.svg)", ["docs/missing.svg"]],
    ["a missing section", "[a](docs/sdp.md#missing)", ["docs/sdp.md#missing"]],
    ["a missing section of the page itself", "# Here\n[a](#here) [b](#there)", ["#there"]],
    ["nothing in code or elsewhere on the web", "`[a](b)` [c](https://example.org/d)\n```\n[e](f)\n```", []],
  ])("%s", (_what, text, broken) => expect(brokenLinks({ path: "README.md", text })).toEqual(broken));
});

function brokenLinks({ path, text }: Page): string[] {
  const links = [...withoutCode(text).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = ""]) => target);
  return links.filter((target) => !/^[a-z]+:/.test(target) && !leadsSomewhere(target, path, text));
}

function leadsSomewhere(target: string, path: string, text: string): boolean {
  const [file = "", section] = target.split("#");
  const url = new URL(file, new URL(path, root));
  if (file !== "" && !existsSync(url)) return false;
  return section === undefined || sectionsOf(file === "" ? text : textOf(url)).includes(section);
}

function textOf(url: URL): string {
  return readFileSync(url, "utf8");
}

/** The names that GitHub gives the headings of a page, and those that the page gives places by itself. */
function sectionsOf(text: string): string[] {
  const prose = withoutCode(text, /^```[\s\S]*?^```$/gm);
  const headings = [...prose.matchAll(/^#+ (.*)$/gm)].map(([, heading = ""]) => heading.toLowerCase());
  const ids = [...prose.matchAll(/<a id="([^"]+)">/g)].map(([, id = ""]) => id);
  return [...headings.map((heading) => heading.replace(/[^\p{L}\p{N}\s_-]/gu, "").replace(/\s/g, "-")), ...ids];
}

function withoutCode(text: string, code = /^```[\s\S]*?^```$|`[^`\n]*`/gm): string {
  return text.replace(code, "");
}
