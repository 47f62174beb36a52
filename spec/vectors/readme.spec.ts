import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { expanded } from "./running/expanded.ts";
import { textOf, vectorNames, vectorsIn } from "./running/vectors.ts";

const readme = textOf("README.md");
const program = /```python\n([\s\S]*?)```/.exec(readme)?.[1] ?? "";
const folder = fileURLToPath(new URL("../../vectors", import.meta.url));
const hasPython = spawnSync("python3", ["--version"]).status === 0;

function run(source: string): string {
  const { stdout, stderr } = spawnSync("python3", ["-c", source, folder], { encoding: "utf8", maxBuffer: 2 ** 26 });
  return stdout === "" ? stderr : stdout;
}

describe("vectors/README.md", () => {
  it("names every file", () => {
    for (const name of [...vectorNames, "schema.json"]) expect(readme).toContain(`\`${name}\``);
  });

  describe.skipIf(!hasPython)("its program in Python", () => {
    it("runs, and finds nothing wrong", () => expect(run(program).trim()).toBe("0 of 48 failed"));

    it("finds what is wrong", () => {
      const broken = program.replace('("have-local-offer", "have-remote-offer")', '("have-local-offer", "stable")');
      expect(run(broken)).toBe(
        [
          "4 of 48 failed",
          "webrtc-pc/stable/local/rollback",
          "webrtc-pc/have-remote-offer/local/rollback",
          "webrtc-pc/stable/remote/rollback",
          "webrtc-pc/have-remote-offer/remote/rollback",
          "",
        ].join("\n"),
      );
    });

    it.each(vectorNames)("writes out the texts of %s", (name) => {
      const { cases, sdp = {} } = vectorsIn(name);
      const written = run(`${program}\nprint(json.dumps(load("${name.replace(".json", "")}")["cases"]))`);
      expect(JSON.parse(written.split("\n").slice(1).join("\n"))).toEqual(expanded(cases, sdp));
    });
  });
});
