import assert from "node:assert/strict";
import { test } from "node:test";
import { resultFromLines } from "../results/from-lines.ts";
import { resultFromSurvey } from "../results/from-survey.ts";
import { keptSdp, withKeptSdp } from "../results/kept-sdp.ts";
import { verdictOf } from "../results/result.ts";
import { difference, lines, stackResult, surveyed } from "./samples.ts";

test("a survey's provisions and deviations are taken over", () => {
  const found = surveyed("refused-implicit-rollback", "implicit-rollback", { observed: "InvalidStateError" });
  const result = resultFromSurvey("stack 1", { calls: 7, provisions: { "implicit-rollback": 3 }, deviations: [found] });
  assert.equal(result.calls, 7);
  assert.deepEqual(result.provisions, ["implicit-rollback"]);
  assert.equal(verdictOf(result, "implicit-rollback"), "deviation");
  assert.equal(verdictOf(result, "close-in-stable"), null);
});

test("of a reproduction only the calls are left", () => {
  const [deviation] = resultFromSurvey("stack 1", {
    calls: 1,
    provisions: {},
    deviations: [surveyed("applied-sdp-syntax-error", "sdp-syntax-error", {})],
  }).deviations;
  assert.deepEqual(deviation?.reproduction.lines, ["const a = await makePeerConnection();", "a.close();"]);
});

test("what the shortest sequence showed is told, not what was seen first", () => {
  const code = "applied-sdp-syntax-error";
  const shown = { ...surveyed(code, "sdp-syntax-error", {}), difference: difference(code, { expected: "first" }) };
  const [deviation] = resultFromSurvey("stack 1", { calls: 1, provisions: {}, deviations: [shown] }).deviations;
  assert.equal(deviation?.expected, "expected");
});

test("what did not happen again is no deviation", () => {
  const seen = { ...surveyed("applied-sdp-syntax-error", "sdp-syntax-error", {}), failure: null };
  const result = stackResult({ provisions: { "sdp-syntax-error": 4 }, deviations: [seen] });
  assert.equal(verdictOf(result, "sdp-syntax-error"), "pass");
  assert.deepEqual(result.fleeting, ["applied-sdp-syntax-error"]);
});

test("NotSupportedError is not implemented, partly where only some descriptions are refused so", () => {
  const observed = "NotSupportedError";
  const result = stackResult({
    deviations: [
      surveyed("refused-local-pranswer-in-have-remote-offer", "local-pranswer-in-have-remote-offer", { observed }),
      surveyed("wrong-error-connection-closed", "connection-closed", { observed }),
    ],
  });
  assert.equal(verdictOf(result, "local-pranswer-in-have-remote-offer"), "not implemented");
  assert.equal(verdictOf(result, "connection-closed"), "partly implemented");
});

test("SDP changed in the slots is one deviation, whatever call has set it", () => {
  const result = withKeptSdp(
    stackResult({
      provisions: { "local-offer-in-stable": 1, "remote-offer-in-stable": 1 },
      deviations: [
        surveyed("changed-sdp-remote-offer-in-stable", "remote-offer-in-stable", {}),
        surveyed("changed-sdp-local-offer-in-stable", "local-offer-in-stable", {}),
      ],
    }),
  );
  assert.equal(verdictOf(result, "local-offer-in-stable"), "pass");
  assert.equal(verdictOf(result, keptSdp), "deviation");
  assert.deepEqual(
    result.deviations.map(({ code }) => code),
    ["changed-sdp"],
  );
});

test("a stack that sets descriptions and changes none keeps them", () => {
  assert.equal(verdictOf(withKeptSdp(stackResult({ provisions: { "local-offer-in-stable": 1 } })), keptSdp), "pass");
  assert.equal(verdictOf(withKeptSdp(stackResult({ provisions: { "close-in-stable": 1 } })), keptSdp), null);
});

test("a native program's lines are read", () => {
  const result = resultFromLines(lines);
  assert.equal(result.version, "stack 3.1");
  assert.equal(result.calls, 12);
  assert.equal(verdictOf(result, "local-offer-in-stable"), "pass");
  assert.equal(verdictOf(result, "local-rollback-in-stable"), "deviation");
  assert.equal(verdictOf(result, "implicit-rollback"), "not implemented");
  const [rollback] = result.deviations;
  assert.deepEqual(rollback?.reproduction, { language: "text", lines: ["a.setLocalDescription(rollback)"] });
  assert.equal(rollback?.reference?.section, "§5.7");
});

test("a native program that breaks off, or prints something else, is no result", () => {
  const [first = ""] = lines.split("\n");
  assert.throws(() => resultFromLines(""), /ended before/);
  assert.throws(() => resultFromLines(first), /ended before/);
  assert.throws(() => resultFromLines(`{oops\n${lines}`), /no JSON/);
  assert.equal(resultFromLines(`ortc ERROR: oops\n\n${lines}`).calls, 12);
  assert.throws(() => resultFromLines(`{"verdict":"pass"}\n${lines}`), /no provision/);
});
