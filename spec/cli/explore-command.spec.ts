import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { bundledCommand } from "./running/command-process.ts";
import { temporaryFolder } from "./running/temporary-files.ts";

const run = bundledCommand();
const file = temporaryFolder();
const example = fileURLToPath(new URL("../../examples/perfect-negotiation.mjs", import.meta.url));

const withoutRoles = file("without-roles.mjs");
writeFileSync(
  withoutRoles,
  `export default ({ pc, send, onMessage }) => {
    pc.onnegotiationneeded = async () => {
      await pc.setLocalDescription(await pc.createOffer());
      send(pc.localDescription);
    };
    onMessage(async (description) => {
      await pc.setRemoteDescription(description);
      if (description.type !== "offer") return;
      await pc.setLocalDescription(await pc.createAnswer());
      send(pc.localDescription);
    });
  };
  export const actions = ["addTransceiver"];`,
);

describe("explore FILE", () => {
  it("prints the figures and the verdict, and exits with 0 without a violation", async () => {
    const { status, out, err } = await run([
      "explore",
      example,
      "--states",
      "500",
      "--schedules",
      "2",
      "--time",
      "600000",
    ]);
    expect([status, err]).toEqual([0, ""]);
    const lines = out.trimEnd().split("\n");
    expect(lines[0]).toMatch(/perfect-negotiation\.mjs: no violation$/);
    expect(lines[1]).toMatch(
      /^500 states, not all there are, \d+ choices deep, 2 random schedules; the code ran \d+ times in /,
    );
    expect(lines[2]).toMatch(/^Seen: rest, /);
  });

  it("looks for other violations with --except", async () => {
    const { status, out } = await run([
      "explore",
      withoutRoles,
      "--except",
      "no-invalid-state-error,no-unhandled-error",
    ]);
    expect(status).toBe(1);
    expect(out).toMatch(/: violation: (?!no-invalid-state-error|no-unhandled-error)/);
  });

  it("exits with 1 with a violation, and saves what belongs to it", async () => {
    const folder = file("found");
    const { status, out } = await run(["explore", withoutRoles, "--save", folder]);
    expect(status).toBe(1);
    expect(out).toContain("without-roles.mjs: violation: no-invalid-state-error\n");
    for (const name of ["program.mjs", "dump.rtcstats", "trace.mmd", "trace.txt", "violation.json"])
      expect(existsSync(`${folder}/${name}`), name).toBe(true);
    const { schedule } = JSON.parse(readFileSync(`${folder}/violation.json`, "utf8"));
    const again = await run(["explore", withoutRoles, "--schedule", schedule, "--json"]);
    expect(again.status).toBe(1);
    expect(JSON.parse(again.out)).toMatchObject({ version: 1, verdict: "violation", violation: { schedule } });
    // The program takes the code from where it is.
    expect(readFileSync(`${folder}/program.mjs`, "utf8")).toContain(
      '\nimport negotiator from "../without-roles.mjs";\n',
    );
    const replayed = await run(["replay", `${folder}/dump.rtcstats`]);
    expect(replayed.out).toContain("1 illegal call");
  });

  it("shares the random schedules between threads", async () => {
    const bounds = ["--states", "50", "--schedules", "9", "--time", "600000"];
    const { status, out } = await run(["explore", example, "--workers", "3", ...bounds, "--json"]);
    expect(status).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ verdict: "no-violation", states: 50, schedules: 9 });
  });

  it("merges the reports of shards into one", async () => {
    const bounds = ["--states", "20", "--schedules", "4", "--time", "600000"];
    const shards = ["1/3", "2/3", "3/3"].map((shard, index) => ({ shard, report: file(`shard-${index + 1}.json`) }));
    for (const { shard, report } of shards)
      writeFileSync(report, (await run(["explore", example, "--shard", shard, ...bounds, "--json"])).out);
    const [first = "", second = "", third = ""] = shards.map(({ report }) => report);
    const merged = await run(["explore", "--merge", third, first, second, "--json"]);
    expect([merged.status, merged.err]).toEqual([0, ""]);
    expect(JSON.parse(merged.out)).toMatchObject({ verdict: "no-violation", shard: null, states: 20, schedules: 6 });
    const text = await run(["explore", "--merge", first, second, third]);
    expect(text.out).toContain("20 states, not all there are, ");

    const missing = await run(["explore", "--merge", first, third]);
    expect([missing.status, missing.err]).toEqual([
      2,
      "jsep-machine: the shards 2/3 are missing: merge the reports of all 3\n",
    ]);
    const twice = await run(["explore", "--merge", first, first, second, third]);
    expect(twice.err).toBe("jsep-machine: the shard 1/3 is there 2 times\n");
    const other = file("other.json");
    writeFileSync(other, (await run(["explore", example, "--shard", "2/3", "--seed", "7", ...bounds, "--json"])).out);
    expect((await run(["explore", "--merge", first, other, third])).err).toMatch(
      /other\.json is of another exploration than .*shard-1\.json: seed differ: 7, and not 1$/m,
    );
    writeFileSync(other, (await run(["explore", example, ...bounds, "--json"])).out);
    expect((await run(["explore", "--merge", other])).err).toMatch(/other\.json: a report of a whole exploration/);
    expect((await run(["explore", "--merge", withoutRoles])).err).toMatch(
      /: not a report that explore --json has printed$/m,
    );
    expect((await run(["explore", example, withoutRoles])).err).toMatch(/explore takes one file; with --merge, /);
  });

  it("the violation of a shard is that of the merged report", async () => {
    const reports = ["1/2", "2/2"].map((shard, index) => ({ shard, report: file(`found-${index}.json`) }));
    for (const { shard, report } of reports)
      writeFileSync(report, (await run(["explore", withoutRoles, "--shard", shard, "--json"])).out);
    const { status, out } = await run(["explore", "--merge", ...reports.map(({ report }) => report)]);
    expect(status).toBe(1);
    expect(out).toContain("without-roles.mjs: violation: no-invalid-state-error\n");
  });

  it.each([
    [["explore", file("missing.mjs")], /missing\.mjs: it cannot be loaded: /],
    [["explore", withoutRoles, "--faults", "late"], /without-roles\.mjs: faults must be of duplicate, /],
    [["explore", withoutRoles, "--shard", "3/2"], /It must be a part and how many there are/],
  ])("%j exits with 2 and one line", async (args, line) => {
    const { status, out, err } = await run(args);
    expect([status, out]).toEqual([2, ""]);
    expect(err).toMatch(line);
    expect(err.trimEnd().split("\n")).toHaveLength(1);
  });
});
