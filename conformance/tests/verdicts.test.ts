import assert from "node:assert/strict";
import { test } from "node:test";
import { checkExpected } from "../check-expected.ts";
import { keptSdp, withKeptSdp } from "../report/kept-sdp.ts";
import { verdictOn } from "../report/verdict.ts";
import { missing, ran, stackResult, surveyed } from "./samples.ts";

test("a provision passes, deviates or was not exercised", () => {
  const result = stackResult({
    provisions: { "implicit-rollback": 1, "local-offer-in-stable": 2 },
    deviations: [surveyed("refused-implicit-rollback", {})],
  });
  const provisions = ["local-offer-in-stable", "implicit-rollback", "close-in-stable"];
  assert.deepEqual(
    provisions.map((provision) => verdictOn(result, provision)),
    ["pass", "deviation", null],
  );
});

test("a deviation that needs an earlier refusal is none of the provision's, which passes if calls that conform show that", () => {
  const follows = surveyed("refused-local-rollback-in-have-local-offer", {}, ["a.close()!", "a.close()"]);
  const alone = surveyed("wrong-state-local-rollback-in-have-local-offer", {}, ["a.createOffer()", "a.close()"]);
  const provision = "local-rollback-in-have-local-offer";
  const provisions = { [provision]: 2 };
  assert.equal(verdictOn(stackResult({ provisions, deviations: [follows] }), provision), "pass");
  assert.equal(verdictOn(stackResult({ provisions, conforming: {}, deviations: [follows] }), provision), null);
  assert.equal(verdictOn(stackResult({ deviations: [follows, alone] }), provision), "deviation");
});

test("NotSupportedError is not implemented, partly where only some descriptions are refused so", () => {
  const observed = "NotSupportedError";
  const result = stackResult({
    deviations: [
      surveyed("refused-local-pranswer-in-have-remote-offer", { observed }),
      surveyed("wrong-error-connection-closed", { observed }),
    ],
  });
  assert.equal(verdictOn(result, "local-pranswer-in-have-remote-offer"), "not implemented");
  assert.equal(verdictOn(result, "connection-closed"), "partly implemented");
});

test("SDP changed in the slots is one deviation, whatever call has set it", () => {
  const result = withKeptSdp(
    stackResult({
      provisions: { "local-offer-in-stable": 1, "remote-offer-in-stable": 1 },
      deviations: [
        surveyed("changed-sdp-remote-offer-in-stable", {}, ["a.createOffer()", "a.close()"]),
        surveyed("changed-sdp-local-offer-in-stable", { message: "The shorter." }),
      ],
    }),
  );
  assert.equal(verdictOn(result, "local-offer-in-stable"), "pass");
  assert.equal(verdictOn(result, keptSdp), "deviation");
  assert.deepEqual(
    result.deviations.map(({ code, message }) => [code, message]),
    [["changed-sdp", "The shorter. Observed in 2 provisions: local-offer-in-stable, remote-offer-in-stable."]],
  );
});

test("a stack that sets descriptions and changes none keeps them", () => {
  assert.equal(verdictOn(withKeptSdp(stackResult({ provisions: { "local-offer-in-stable": 1 } })), keptSdp), "pass");
  assert.equal(verdictOn(withKeptSdp(stackResult({ provisions: { "close-in-stable": 1 } })), keptSdp), null);
});

test("an expected deviation is found, not found, or its stack did not run", () => {
  const runs = [
    ran("one", stackResult({ deviations: [surveyed("refused-implicit-rollback", {})] })),
    missing("two", ""),
  ];
  const of = (stack: string, code: string) => ({ stack, code, what: "it" });
  const expected = [
    of("one", "refused-implicit-rollback"),
    of("one", "applied-x"),
    of("two", "applied-x"),
    of("three", "applied-x"),
  ];
  assert.deepEqual(
    checkExpected(runs, expected).map(({ met }) => met),
    [true, false, null],
  );
});
