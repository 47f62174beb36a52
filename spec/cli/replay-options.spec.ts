// What the options of `replay` select and change, and the JSON that it prints.
import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import schema from "../../docs/replay.schema.json" with { type: "json" };
import { rtcstatsDump } from "../trace/dumps/dumps.ts";
import { capturePath, dumpFormats } from "./running/capture-files.ts";
import { captures } from "./running/capture-verdicts.ts";
import { runReplay } from "./running/replaying.ts";
import { temporaryFolder } from "./running/temporary-files.ts";

const file = temporaryFolder();
const glare = capturePath("glare-implicit-rollback", "rtcstats.gz");
const munged = capturePath("munged-and-invalid-sdp", "internals.json.gz");

describe("the JSON keeps its schema", () => {
  const ajv = new Ajv2020({ strict: false }).addSchema(schema, "replay");
  const errorsIn = (definition: string, value: unknown) => {
    ajv.validate(`replay#/$defs/${definition}`, value);
    return ajv.errors ?? [];
  };
  const cut = file("cut", rtcstatsDump([["close", "PC_0", null, 1], "cut"]));
  const known = file("all.json", JSON.stringify([{ code: "*", reason: "seen" }]));
  const paths = [...captures.flatMap(({ name }) => dumpFormats.map(({ ending }) => capturePath(name, ending))), cut];

  it.each(paths)("--json of %s", async (path) => {
    for (const options of [{}, { known }]) {
      const { printed } = await runReplay([path], { json: true, ...options });
      expect(errorsIn("report", JSON.parse(printed))).toEqual([]);
    }
  });

  it.each(paths)("--ndjson of %s has the same connections, a line each", async (path) => {
    const lines = (await runReplay([path], { ndjson: true })).printed
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    const report = JSON.parse((await runReplay([path], { json: true })).printed);
    const connections = lines.filter((line) => "id" in line);
    expect(connections.flatMap((line) => errorsIn("connectionLine", line))).toEqual([]);
    expect(connections.map(({ id, steps, url, unlogged }) => ({ id, steps, url, unlogged }))).toEqual(
      report.connections,
    );
    const others = lines.filter((line) => !("id" in line));
    expect(others).toEqual(path === cut ? [{ version: 1, file: path, incomplete: report.incomplete }] : []);
    expect(others.flatMap((line) => errorsIn("incompleteLine", line))).toEqual([]);
  });

  it("the schema refuses what is none", async () => {
    const report = JSON.parse((await runReplay([glare], { json: true })).printed);
    expect(errorsIn("report", { ...report, extra: 1 })).not.toEqual([]);
    expect(errorsIn("report", { ...report, connections: [{ ...report.connections[0], steps: [{}] }] })).not.toEqual([]);
  });

  it("says of a file that cannot be judged why, in a line of --ndjson", async () => {
    const { printed, status } = await runReplay(["no-such-file"], { ndjson: true });
    expect({ status, line: JSON.parse(printed) }).toEqual({
      status: 2,
      line: { version: 1, file: "no-such-file", incomplete: "no such file" },
    });
  });

  it("pairs what went from one connection to another", async () => {
    const { connections } = JSON.parse((await runReplay([glare], { json: true })).printed);
    const steps = connections.flatMap(({ id, steps }: { id: string; steps: Record<string, unknown>[] }) =>
      steps.map((step) => ({ id, ...step })),
    );
    let pairs = 0;
    for (const step of steps) {
      for (const { connection, index } of step.pairs) {
        const other = steps.find((one: typeof step) => one.id === connection && one.index === index);
        expect(other.call).not.toBe(step.call);
        expect(other.type).toBe(step.type);
        expect(other.description).toBe(step.description);
        pairs++;
      }
    }
    // Two offers and an answer that is set remotely twice, each seen from both ends.
    expect(pairs).toBe(8);
  });
});

describe("--connection", () => {
  it("prints that connection, and counts it alone", async () => {
    const { printed, status } = await runReplay([glare], { connection: ["8-1"] });
    expect(status).toBe(1);
    expect(printed).toContain("Connection 8-1");
    expect(printed).not.toContain("Connection 8-2");
    expect(printed).toContain("\n5 calls, 0 illegal calls, 1 divergence,");
    // The other end is still known.
    expect(printed).toContain("← 8-2, +0.003 s");
  });

  it("that is missing is named, with those that there are", async () => {
    const { printed, status, complaints } = await runReplay([glare], { connection: ["9"] });
    expect({ printed, status }).toEqual({ printed: "", status: 2 });
    expect(complaints).toEqual([`${glare}: no connection 9; the dump has 8-1, 8-2`]);
  });
});

describe("--tolerate", () => {
  it("judges by the tolerated rules: what the implementation refuses is then a divergence", async () => {
    const verdicts = async (tolerate: readonly string[]) => {
      const { connections } = JSON.parse((await runReplay([munged], { json: true, tolerate })).printed);
      return connections[1].steps.map(({ verdict }: { verdict: string }) => verdict);
    };
    expect((await verdicts([])).slice(0, 2)).toEqual(["illegal-call", "illegal-call"]);
    expect((await verdicts(["D5"])).slice(0, 2)).toEqual(["divergence", "illegal-call"]);
    expect((await verdicts(["D5", "D7"])).slice(0, 2)).toEqual(["divergence", "divergence"]);
  });

  it.each([
    ["D999", /^there is no rule D999 to tolerate/],
    ["S1", /^the rule S1 cannot be tolerated/],
  ])("%s is unusable", async (id, reason) => {
    const { printed, status, complaints } = await runReplay([munged], { tolerate: [id] });
    expect({ printed, status }).toEqual({ printed: "", status: 2 });
    expect(complaints).toEqual([expect.stringMatching(reason)]);
  });
});

describe("--known", () => {
  const declare = (list: unknown) => file("known.json", typeof list === "string" ? list : JSON.stringify(list));
  const divergent = capturePath("perfect-negotiation-busy", "rtcstats.gz");

  it("counts known deviations apart, with their reason", async () => {
    const before = JSON.parse((await runReplay([divergent], { json: true })).printed);
    const [step] = before.connections[0].steps.filter(({ verdict }: { verdict: string }) => verdict === "divergence");
    const known = declare([{ code: step.differences[0].code, reason: "issue 12" }]);
    const { printed, status } = await runReplay([divergent], { known });
    expect(status).toBe(0);
    expect(printed).toMatch(/\nknown deviation {2}\+0\.037 s {2}setLocalDescription\(offer\)/);
    expect(printed).toContain(`    ${step.differences[0].code} is known: issue 12\n`);
    expect(printed).toContain("\n15 calls, 0 illegal calls, 0 divergences, 1 known deviation,");
  });

  it.each([
    ["no JSON", "{", /known\.json: knownDeviations must be an array$/],
    ["no list", {}, /known\.json: knownDeviations must be an array$/],
    ["no reason", [{ code: "x" }], /known\.json: a known deviation must have a code and a reason/],
  ])("%s is unusable", async (_, list, reason) => {
    const { printed, status, complaints } = await runReplay([divergent], { known: declare(list) });
    expect({ printed, status }).toEqual({ printed: "", status: 2 });
    expect(complaints).toEqual([expect.stringMatching(reason)]);
  });

  it("a file that is missing is named", async () => {
    expect((await runReplay([divergent], { known: "no-such" })).complaints).toEqual(["no-such: no such file"]);
  });
});

it("the schema ships", () => {
  const { files } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
  expect(files).toContain("docs");
});
