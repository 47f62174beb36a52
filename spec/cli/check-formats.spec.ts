// `check --format`: what json and github hold; check-sarif.spec.ts has SARIF.
import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { alice, balanced } from "../../cases/sdp/given/descriptions.ts";
import { append } from "../../cases/sdp/given/edits.ts";
import { jsonCheck, runCheck } from "./running/checking.ts";
import { temporaryFolder } from "./running/temporary-files.ts";

const file = temporaryFolder();
const offer = balanced(alice, "actpass");
const fine = file("fine.sdp", offer);
const flawed = file(
  "flawed.sdp",
  append(1, "a=crypto:1 x", "a=sctp-port:5")(offer.replace("a=rtcp-mux\r\n", "").replace("t=0 0", "t=0")),
);
const content = file("content.sdp", append(0, "a=crypto:1 x")(offer.replace("a=rtcp-mux\r\n", "")));
const long = file("too long.sdp", "x".repeat(1_048_577));
const files = [fine, flawed, content, long];

const printedAs = async (format: "text" | "json" | "sarif" | "github", paths: readonly string[] = files) =>
  (await runCheck(paths, { format, notes: true })).printed;

describe("check --format json", () => {
  const schema = JSON.parse(readFileSync(new URL("../../docs/check.schema.json", import.meta.url), "utf8"));
  const validate = new Ajv2020({ strict: true, strictTypes: false }).compile(schema);

  it("is one line for each file, as docs/check.schema.json describes it", async () => {
    const lines = (await printedAs("json")).trimEnd().split("\n");
    expect(lines).toHaveLength(files.length);
    for (const line of lines) {
      validate(JSON.parse(line));
      expect(validate.errors).toBeNull();
    }
  });

  it("whose schema refuses what it does not describe", async () => {
    const report = await jsonCheck(content);
    const [finding] = report.findings;
    expect(validate(report)).toBe(true);
    for (const wrong of [
      { ...report, more: 1 },
      { ...report, lines: { "0": "" } },
      { ...report, findings: [{ ...finding, severity: "fatal" }] },
      { ...report, findings: [{ ...finding, sdpColumn: 0 }] },
      { ...report, lines: undefined },
    ])
      expect(validate(JSON.parse(JSON.stringify(wrong)))).toBe(false);
  });

  it("holds all that the text holds", async () => {
    for (const path of files) {
      const { findings, lines, file: name, side } = await jsonCheck(path, { notes: true });
      const text = await printedAs("text", [path]);
      expect(text).toContain(`${name}: as a ${side} description of any type`);
      const shown = [...text.matchAll(/^(?:.*?)(?::(\d+):\d+)?: (\w+) ([A-Z]\d+)/gm)].slice(0, findings.length);
      expect(shown.map(([, line, severity, rule]) => [line, severity, rule])).toEqual(
        findings.map(({ sdpLineNumber, severity, rule }) => [sdpLineNumber?.toString(), severity, rule]),
      );
      for (const [, number = "", line = ""] of text.matchAll(/^ +(\d+) \| (.*)$/gm)) expect(lines[number]).toBe(line);
    }
  });
});

describe("check --format github", () => {
  it("is a workflow command for each finding, at its place", async () => {
    const lines = (await printedAs("github", [content])).trimEnd().split("\n");
    const { findings } = await jsonCheck(content, { notes: true });
    const commands = { error: "error", warning: "warning", note: "notice" };
    expect(findings.length).toBeGreaterThan(1);
    expect(lines.map((line) => line.split("::")[1])).toEqual(
      findings.map(({ severity, rule, error, sdpLineNumber, sdpColumn }) => {
        const title = `${rule}${error === null ? "" : ` (${error})`}`;
        return `${commands[severity]} file=${content},line=${sdpLineNumber},col=${sdpColumn ?? 1},title=${title}`;
      }),
    );
  });

  it("lets no input begin a command of its own", async () => {
    const name = file("a,line=9::%\nb.sdp", `${offer}a=mid:%0A::error::x\r\na=rtcp-fb:::set-output\r\n`);
    const lines = (await printedAs("github", [name])).trimEnd().split("\n");
    for (const line of lines)
      expect(line).toMatch(/^::(?:error|warning|notice) file=[^:]*%2Cline=9%3A%3A%25%0Ab\.sdp,/);
    expect(lines.join("\n")).not.toMatch(/%0A::/);
  });
});
