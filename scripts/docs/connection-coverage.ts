// docs/connection-coverage.md: each section of a specification that the connection follows, the function that does it, and
// the tests that name it. Read from the docstrings and the tests.
import { globSync, readFileSync } from "node:fs";
import { markdownTable, page } from "./page.ts";

const root = new URL("../../", import.meta.url);

interface Follows {
  readonly section: string;
  readonly url: string;
  readonly name: string;
  readonly file: string;
}

/** The page. */
export function connectionCoveragePage(): string {
  const all = followed();
  const sections = [...new Set(all.map(({ section }) => section))].sort();
  const tests = testsBySection();
  const rows = sections.map((section) => {
    const functions = all.filter((one) => one.section === section);
    const [{ url = "" } = {}] = functions;
    const done = functions.map(({ name, file }) => `\`${name}\` in \`${file.replace("src/connection/", "")}\``);
    const names = new RegExp(`${section.replace(".", "\\.")}(?![\\w-])`);
    const named = [...tests].filter(([, text]) => names.test(text)).map(([path]) => `\`${path}\``);
    return [`[${section}](${url})`, [...new Set(done)].join(", "), named.join(", ") || "by those of its callers"];
  });
  return page(
    "What the connection covers",
    "Each section that a function of `src/connection/` follows, by its docstring, and the tests that name the section. " +
      "[The whole connection](connection.md) has what is left open, and what is out of scope.",
    markdownTable(["section", "function", "tests"], rows),
  );
}

// A docstring that cites sections, and the name that it describes.
const described = /\/\*\*((?:(?!\*\/)[\s\S])*@see(?:(?!\*\/)[\s\S])*)\*\/\s*(?:export )?(?:function|const) (\w+)/g;
const cited =
  /@see https:\/\/(w3c\.github\.io\/webrtc-pc\/#([\w-]+)|www\.rfc-editor\.org\/rfc\/rfc(\d+)\.html#section-([\d.]+))/g;

function followed(): readonly Follows[] {
  return filesMatching("src/connection/**/*.ts").flatMap(([file, text]) =>
    [...text.matchAll(described)].flatMap(([, docstring = "", name = ""]) =>
      [...docstring.matchAll(cited)].map(([, address, anchor, rfc, section]) => ({
        section: anchor === undefined ? `RFC ${rfc} §${section}` : `webrtc-pc #${anchor}`,
        url: `https://${address}`,
        name,
        file,
      })),
    ),
  );
}

function testsBySection(): ReadonlyMap<string, string> {
  return new Map(filesMatching("spec/webrtc-pc/connection/*.spec.ts"));
}

function filesMatching(pattern: string): readonly (readonly [path: string, text: string])[] {
  const paths = globSync(pattern, { cwd: root }).map((path) => path.replaceAll("\\", "/"));
  return paths.sort().map((path) => [path, readFileSync(new URL(path, root), "utf8")]);
}
