// `check --format sarif`: the structure that SARIF 2.1.0 requires. `npm run sarif` validates against the schema of OASIS,
// which is not ours to keep here.
import { relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { sarifProblems } from "../../scripts/sarif/problems.ts";
import { sarifSamples } from "../../scripts/sarif/samples.ts";
import { sdpRules } from "../../src/entries/sdp.ts";
import { jsonCheck, runCheck } from "./running/checking.ts";
import { temporaryFolder } from "./running/temporary-files.ts";

const file = temporaryFolder();
const session = "v=0\r\no=- 1 1 IN IP4 0.0.0.0\r\ns=-\r\n";
const syntax = file("syntax.sdp", `${session}t=0\r\n`);
const content = file("100% content.sdp", `${session}t=0 0\r\nm=audio 9 UDP/TLS/RTP/SAVPF 0\r\nc=IN IP4 0.0.0.0\r\n`);
const long = file("long.sdp", "x".repeat(1_048_577));
const files = [syntax, content, long];

const sarifOf = async (paths: readonly string[] = files) =>
  JSON.parse((await runCheck(paths, { format: "sarif", notes: true })).printed);

const object = (properties: object, optional: readonly string[] = []) => ({
  type: "object",
  properties,
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
  additionalProperties: false,
});
const text = object({ text: { type: "string", minLength: 1 } });
const level = { enum: ["none", "note", "warning", "error"] };
const count = (minimum: number) => ({ type: "integer", minimum });

// SARIF's requirements for the members that are used (§3.13 to §3.30 of the specification).
const rule = object({
  id: { type: "string" },
  shortDescription: text,
  helpUri: { type: "string", pattern: "^https://" },
  help: text,
  defaultConfiguration: object({ level }),
});
const region = object({ startLine: count(1), startColumn: count(1), snippet: object({ text: { type: "string" } }) }, [
  "startColumn",
]);
const physicalLocation = object({ artifactLocation: object({ uri: { type: "string" } }), region }, ["region"]);
const result = object({
  ruleId: { type: "string" },
  ruleIndex: count(0),
  level,
  message: text,
  locations: { type: "array", minItems: 1, items: object({ physicalLocation }) },
  properties: { type: "object" },
});
const run = object({
  tool: object({
    driver: object({
      name: { const: "jsep-machine" },
      version: { type: "string" },
      rules: { type: "array", items: rule },
    }),
  }),
  columnKind: { enum: ["utf16CodeUnits", "unicodeCodePoints"] },
  properties: { type: "object" },
  results: { type: "array", items: result },
  invocations: {
    type: "array",
    items: object({
      executionSuccessful: { type: "boolean" },
      toolExecutionNotifications: { type: "array", items: object({ level, message: text }) },
    }),
  },
});
const structure = object({
  $schema: { type: "string", pattern: "^https://.*/sarif-schema-2\\.1\\.0\\.json$" },
  version: { const: "2.1.0" },
  runs: { type: "array", minItems: 1, maxItems: 1, items: run },
});

describe("check --format sarif", () => {
  it("has the structure that SARIF requires", async () => {
    for (const log of [await sarifOf(), await sarifOf([syntax, "no-such-file.sdp"])]) {
      expect(sarifProblems(structure, log)).toEqual([]);
    }
    for (const { what, files: paths } of sarifSamples) {
      expect(sarifProblems(structure, await sarifOf(paths)), what).toEqual([]);
    }
  });

  it("whose check notices what is wrong", async () => {
    const log = await sarifOf();
    expect(sarifProblems(structure, { ...log, version: "2.0.0" })).toEqual([expect.stringMatching(/^\/version: /)]);
    expect(sarifProblems(structure, { ...log, runs: [{ ...log.runs[0], results: [{ ruleId: 1 }] }] })).not.toEqual([]);
  });

  it("has every finding once, with its place, its line and its rule", async () => {
    const [{ tool, results, invocations, properties }] = (await sarifOf()).runs;
    expect(tool.driver.rules.map(({ id }: { id: string }) => id)).toEqual(sdpRules.map(({ id }) => id));
    expect(invocations).toEqual([{ executionSuccessful: true, toolExecutionNotifications: [] }]);
    expect(properties).toEqual({ type: null, side: "remote" });
    const expected: object[] = [];
    for (const path of files) {
      const { findings, lines } = await jsonCheck(path, { notes: true });
      for (const {
        severity,
        rule: ruleId,
        message,
        sdpLineNumber,
        sdpColumn,
        error,
        mLineIndex,
        mid,
        reference,
      } of findings) {
        const artifactLocation = { uri: `file://${path.replaceAll("%", "%25").replaceAll(" ", "%20")}` };
        const column = sdpColumn === null ? {} : { startColumn: sdpColumn };
        const place = { startLine: sdpLineNumber, ...column, snippet: { text: lines[String(sdpLineNumber)] } };
        expected.push({
          ruleId,
          ruleIndex: sdpRules.findIndex(({ id }) => id === ruleId),
          level: severity,
          message: { text: message },
          locations: [
            { physicalLocation: sdpLineNumber === null ? { artifactLocation } : { artifactLocation, region: place } },
          ],
          properties: { error, mLineIndex, mid, reference },
        });
      }
    }
    expect(expected.length).toBeGreaterThan(4);
    expect(results).toEqual(expected);
  });

  it("keeps a relative path relative, and names what could not be read", async () => {
    const offer = relative(process.cwd(), fileURLToPath(new URL("../fixtures/chromium-offer.sdp", import.meta.url)));
    const paths = ["no such.sdp", offer];
    const { printed, status, complaints } = await runCheck(paths, { format: "sarif", notes: true });
    const [{ invocations, results }] = JSON.parse(printed).runs;
    expect(status).toBe(2);
    expect(invocations[0].executionSuccessful).toBe(false);
    expect(invocations[0].toolExecutionNotifications).toEqual([{ level: "error", message: { text: complaints[0] } }]);
    expect(results).not.toEqual([]);
    for (const { locations } of results) {
      expect(locations[0].physicalLocation.artifactLocation.uri).toBe(offer.split(sep).join("/"));
    }
  });
});
