import { describe, expect, it } from "vitest";
import packageJson from "../../package.json" with { type: "json" };
import { problemsOf, type Release, signaturesFrom } from "../../scripts/release/release.ts";

const members = {
  name: "jsep-machine",
  version: "1.2.3",
  repository: { type: "git", url: "somewhere" },
  homepage: "somewhere",
  bugs: { url: "somewhere" },
  main: "./dist/index.cjs",
  exports: { ".": { import: { default: "./dist/index.js" } }, "./vectors/*": "./vectors/*" },
};

const good: Release = {
  packageJson: members,
  changelog: "# Changes\n\n## 1.2.3 (2026-11-28)\n\nThis.\n\n## 1.2.2\n",
  readme: "See [this](docs/this.md#part), [that](CONTRIBUTING.md) and [there](https://example.org/x.md).",
  packed: ["dist/index.cjs", "dist/index.js", "docs/this.md", "package.json"],
  files: ["docs/this.md", "CONTRIBUTING.md", "package.json"],
  gitStatus: "",
  builds: ["ab12", "ab12"],
  signatures: { outcome: "skipped", words: "no answer from the network (ENOTFOUND)" },
};

describe("design, release-check", () => {
  it("finds nothing where everything is there", () => {
    expect(problemsOf(good)).toEqual([]);
  });

  it.each(["repository", "homepage", "bugs"])("asks for %s, and shows its form", (member) => {
    const [problem, ...others] = problemsOf({ ...good, packageJson: { ...members, [member]: undefined } });
    expect(problem).toContain(`package.json has no "${member}". Add it, in this form: "${member}": `);
    expect(others).toEqual([]);
  });

  it("asks for them in the real package.json as long as it has none, and invents nothing", () => {
    const real: Readonly<Record<string, unknown>> = packageJson;
    const missing = ["repository", "homepage", "bugs"].filter((member) => real[member] === undefined);
    const problems = problemsOf({
      ...good,
      packageJson: { ...members, ...Object.fromEntries(missing.map((member) => [member, undefined])) },
    });
    expect(problems.map((problem) => /has no "(\w+)"/.exec(problem)?.[1])).toEqual(missing);
  });

  const faults: readonly [what: string, change: Partial<Release>, problem: RegExp][] = [
    ["two builds that differ", { builds: ["ab12", "cd34"] }, /Two builds.*ab12 and cd34/],
    [
      "a signature that is wrong",
      { signatures: { outcome: "failed", words: "1 package" } },
      /signatures fails: 1 package/,
    ],
    ["a tree that is not clean", { gitStatus: " M README.md" }, /not clean.*\n M README\.md/],
    ["another version in CHANGELOG.md", { changelog: "# Changes\n\n## 1.2.2\n" }, /version 1\.2\.3.*"1\.2\.2"/],
    ["a longer version in CHANGELOG.md", { changelog: "## 1.2.30\n" }, /version 1\.2\.3.*"1\.2\.30"/],
    ["no heading in CHANGELOG.md", { changelog: "" }, /is ""/],
    ["an entry that is not built", { packed: ["dist/index.cjs", "docs/this.md"] }, /points at dist\/index\.js/],
    [
      "a page that does not ship",
      { packed: ["dist/index.cjs", "dist/index.js"] },
      /docs\/this\.md, which does not ship/,
    ],
    ["a link to nothing", { readme: "[x](docs/other.md)" }, /docs\/other\.md, which does not exist/],
  ];
  it.each(faults)("finds %s", (_, change, problem) => {
    const problems = problemsOf({ ...good, ...change });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(problem);
  });

  it.each([
    [
      0,
      "audited 9 packages in 1s\n\n9 packages have verified registry signatures\n",
      "verified",
      /^9 packages have verified/,
    ],
    [0, "audited 0 packages in 1s\n", "skipped", /no package has a signature/],
    [
      1,
      "npm error code ENOTFOUND\nnpm error syscall getaddrinfo\n",
      "skipped",
      /no answer from the network \(ENOTFOUND\)/,
    ],
    [1, "\n1 package has an invalid registry signature:\n\nx@1.0.0\n", "failed", /^1 package has an invalid/],
    [null, "", "failed", /exit status null/],
  ] as const)("npm audit signatures, status %s: %j", (status, output, outcome, words) => {
    expect(signaturesFrom(status, output)).toEqual({ outcome, words: expect.stringMatching(words) });
  });
});
