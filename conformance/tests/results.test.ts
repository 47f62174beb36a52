import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { resultFromLines } from "../results/from-lines.ts";
import { resultFromSurvey } from "../results/from-survey.ts";
import { readRecording, writeRecording } from "../results/recording.ts";
import { difference, lines, missing, ran, recorded, stackResult, surveyed } from "./samples.ts";

test("a survey's counts, provisions and deviations are taken over", () => {
  const found = surveyed("refused-implicit-rollback", { observed: "InvalidStateError" });
  const result = resultFromSurvey("stack 1", {
    calls: 7,
    provisions: { "implicit-rollback": 3 },
    conforming: {},
    deviations: [found],
  });
  const [deviation] = result.deviations;
  assert.equal(result.calls, 7);
  assert.deepEqual(result.provisions, ["implicit-rollback"]);
  assert.deepEqual(
    [deviation?.kind, deviation?.provision, deviation?.observed, deviation?.notImplemented],
    ["refused", "implicit-rollback", "InvalidStateError", false],
  );
});

test("a reproduction is its calls", () => {
  const found = surveyed("applied-sdp-syntax-error", {}, ["a.createOffer()", "a.close()"]);
  const [deviation] = stackResult({ deviations: [found] }).deviations;
  assert.deepEqual(deviation?.reproduction, {
    language: "js",
    calls: [
      {
        peer: "a",
        code: "a.createOffer()",
        constant: "offer1",
        outcome: "applied",
        error: null,
        signalingState: "stable",
      },
      { peer: "a", code: "a.close()", constant: null, outcome: "applied", error: null, signalingState: "stable" },
    ],
  });
});

test("what the shortest sequence showed is reported, not what was seen first", () => {
  const code = "applied-sdp-syntax-error";
  const shown = { ...surveyed(code, {}), difference: difference(code, { expected: "first" }) };
  const [deviation] = stackResult({ deviations: [shown] }).deviations;
  assert.equal(deviation?.expected, "expected");
});

test("what did not happen again is no deviation", () => {
  const seen = { ...surveyed("applied-sdp-syntax-error", {}), failure: null };
  const result = stackResult({ provisions: { "sdp-syntax-error": 4 }, deviations: [seen] });
  assert.deepEqual(result.deviations, []);
  assert.deepEqual(result.fleeting, ["applied-sdp-syntax-error"]);
});

test("a native program's lines are read", () => {
  const result = resultFromLines(lines);
  assert.equal(result.version, "stack 3.1");
  assert.equal(result.calls, 12);
  assert.deepEqual(result.provisions, ["implicit-rollback", "local-offer-in-stable", "local-rollback-in-stable"]);
  const [rollback, implicit] = result.deviations;
  assert.deepEqual([rollback?.kind, rollback?.code], ["applied", "applied-local-rollback-in-stable"]);
  assert.deepEqual(rollback?.reproduction, { language: "text", calls: ["a.setLocalDescription(rollback)"] });
  assert.equal(rollback?.reference.section, "§5.7");
  assert.deepEqual([implicit?.code, implicit?.notImplemented], ["not-implemented-implicit-rollback", true]);
});

test("a native program that breaks off, or prints something else, is no result", () => {
  const [first = ""] = lines.split("\n");
  assert.throws(() => resultFromLines(""), /ended before/);
  assert.throws(() => resultFromLines(first), /ended before/);
  assert.throws(() => resultFromLines(`{oops\n${lines}`), /not JSON/);
  assert.equal(resultFromLines(`ortc ERROR: oops\n\n${lines}`).calls, 12);
  assert.throws(() => resultFromLines(`{"verdict":"pass"}\n${lines}`), /without a provision/);
  assert.throws(() => resultFromLines(lines.replace('"kind":"applied",', "")), /without a provision/);
});

test("a recording is read as it was written, and the same one gives the same file", () => {
  const folder = mkdtempSync(join(tmpdir(), "recording-"));
  try {
    const recording = recorded(
      ran("one", stackResult({ provisions: { "close-in-stable": 1 } })),
      missing("two", "no two"),
    );
    const file = join(folder, "recording.json.gz");
    writeRecording(file, recording);
    assert.deepEqual(readRecording(file), recording);
    writeRecording(file, { ...recording, version: 1 as never });
    assert.throws(() => readRecording(file), /version 2/);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
