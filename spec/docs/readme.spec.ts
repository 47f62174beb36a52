import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import readme from "../../README.md?raw";
import { replay } from "../../src/cli/replay/replay.ts";
import { styleFor } from "../../src/cli/style.ts";
import { specifications } from "../../src/specifications.ts";
import { vectorNames, vectorsIn } from "../vectors/running/vectors.ts";

describe("README", () => {
  it("shows what replay prints, cut at …", async () => {
    const [command = "", ...shown] = /```console\n([^`]*)```/.exec(readme)?.[1]?.trimEnd().split("\n") ?? [];
    const file = command.replace("$ npx jsep-machine replay ", "");
    let printed = "";
    const terminal = {
      style: styleFor({}, {}),
      columns: 80,
      print: (text: string) => (printed += text),
      complain: expect.unreachable,
    };
    // The tests may run in another folder than the package's.
    const path = relative(process.cwd(), fileURLToPath(new URL(`../../${file}`, import.meta.url)));
    await replay([path], { json: false, profile: "webrtc-pc" }, terminal);
    const lines = printed.replaceAll(path, file).split("\n");
    expect(shown.length).toBeGreaterThan(5);
    for (const [index, line] of shown.entries()) {
      const beginning = line.split("…")[0] ?? "";
      expect(lines[index]?.slice(0, beginning.length)).toBe(beginning);
    }
  });

  it("says how many test vectors there are", () => {
    const count = vectorNames.reduce((sum, name) => sum + vectorsIn(name).cases.length, 0);
    expect(readme).toContain(`${count.toLocaleString("en")} [test vectors]`);
  });

  it("names the versions followed", () => {
    const [webrtcPc] = specifications;
    expect(readme).toContain(`[W3C webrtc-pc](${webrtcPc?.url}), ${webrtcPc?.version}`);
  });
});
