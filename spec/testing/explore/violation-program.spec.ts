// The program that a violation has is run as its reader runs it, in a process of its own.
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { exploreNegotiation } from "../../../src/testing/explore/explore-negotiation.ts";
import type { ExploreOptions } from "../../../src/testing/explore/explore-options.ts";
import type { NegotiationCode } from "../../../src/testing/explore/peer.ts";
import { temporaryFolder } from "../../cli/running/temporary-files.ts";
import { candidatesLine, exampleText, exampleWithout, small } from "./negotiators.ts";

const file = temporaryFolder();
const library = new URL("../../../src/entries/testing.ts", import.meta.url).href;

async function runProgram(code: NegotiationCode, module: string, options: ExploreOptions) {
  const { violation } = await exploreNegotiation(code, options);
  const program = file("program.mjs");
  // Beside it lies what its reader explores, and the package is not installed here.
  writeFileSync(file("negotiator.mjs"), module);
  writeFileSync(program, violation?.code.replace('"jsep-machine/testing"', JSON.stringify(library)) ?? "");
  const { stdout, stderr } = spawnSync(process.execPath, [program], { encoding: "utf8" });
  return { violation, stdout, stderr };
}

const missing = 'settingAnswer = description.type === "answer";';

describe("exploreNegotiation: the program of a violation", () => {
  it("shows it again in Node.js", async () => {
    const left = [candidatesLine, missing];
    const { violation, stdout, stderr } = await runProgram(await exampleWithout(...left), exampleText(...left), small);
    expect(stderr).toBe("");
    expect(stdout).toBe(`both-stable: ${violation?.message}\n${violation?.ladder}\n`);
  });

  it("has what the exploration was given: actions, properties, exceptions and the configuration", async () => {
    const properties = [
      {
        name: 'one "offer"',
        at: "state",
        holds({ a, b }: Record<"a" | "b", { signalingState: string }>) {
          return a.signalingState !== "have-local-offer" || b.signalingState !== "have-local-offer";
        },
      },
    ] as const;
    const adds = {
      async do({ pc }: { pc: { addTransceiver(kind: string): void } }) {
        pc.addTransceiver("video");
      },
    };
    const options = {
      ...{ ...small, actions: [adds], properties },
      configuration: { bundlePolicy: "max-bundle" },
    };
    const code = await exampleWithout(candidatesLine);
    const { violation, stdout } = await runProgram(code, exampleText(candidatesLine), options);
    expect(violation?.property).toBe('one "offer"');
    expect(stdout).toBe(`one "offer": it does not hold\n${violation?.ladder}\n`);
  });

  it("has the steps of a page: each waits for the states and calls of the trace", async () => {
    const { violation } = await exploreNegotiation(await exampleWithout(candidatesLine, missing), small);
    const steps = violation?.code.split("\n").filter((line) => /^ {4}(?:act|await (?:reach|deliver))\(/.test(line));
    expect(steps?.map((line) => line.trim())).toEqual([
      'await reach({ a: "stable", b: "stable" }, { a: 0, b: 0 });',
      "act(a);",
      'await reach({ a: "have-local-offer", b: "stable" }, { a: 1, b: 0 });',
      "await deliver(b);",
      'await reach({ a: "have-local-offer", b: "have-remote-offer" }, { a: 1, b: 2 });',
      "act(b);",
      'await reach({ a: "have-local-offer", b: "have-local-offer" }, { a: 1, b: 3 });',
      "await deliver(a);",
      'await reach({ a: "have-local-offer", b: "have-local-offer" }, { a: 2, b: 3 });',
      "await deliver(a);",
    ]);
  });
});
