// Calls of setLocalDescription() without a description or without SDP: they set what the implementation creates.
import { describe, expect, it } from "vitest";
import { verdictsOf } from "./scripts/event-script.ts";

const cases: readonly { readonly name: string; readonly script: string; readonly verdicts: readonly string[] }[] = [
  {
    name: "a call without a description sets what it creates, whether or not the log holds that",
    script: `
      local
      state have-local-offer
      local ok
      remote answer A1
      state stable
      remote ok
      local
      state have-local-offer
      local ok offer O2`,
    verdicts: [
      "local offer: stable → have-local-offer: conforms",
      "remote answer: have-local-offer → stable: conforms",
      "local offer: stable → have-local-offer: conforms",
    ],
  },
  {
    name: "a call with a type and no SDP creates",
    script: `
      remote offer O1
      state have-remote-offer
      remote ok
      local pranswer
      state have-local-pranswer
      local ok pranswer A1
      local answer
      state stable
      local ok answer A1`,
    verdicts: [
      "remote offer: stable → have-remote-offer: conforms",
      "local pranswer: have-remote-offer → have-local-pranswer: conforms",
      "local answer: have-local-pranswer → stable: conforms",
    ],
  },
  {
    name: "what a call without a description set may be set again",
    script: `
      local
      state have-local-offer
      local ok offer O1
      local offer O1
      local ok`,
    verdicts: ["local offer: stable → have-local-offer: conforms", "local offer: have-local-offer: conforms"],
  },
  {
    name: "what a call without a description set may be set again, where it was not what was created before",
    script: `
      created offer O1
      local
      state have-local-offer
      local ok offer O2
      local offer O2
      local ok`,
    verdicts: ["local offer: stable → have-local-offer: conforms", "local offer: have-local-offer: conforms"],
  },
  {
    name: "a call without a description in have-remote-pranswer",
    script: `
      local
      state have-local-offer
      local ok offer O1
      remote pranswer A1
      state have-remote-pranswer
      remote ok
      local
      local failed`,
    verdicts: [
      "local offer: stable → have-local-offer: conforms",
      "remote pranswer: have-local-offer → have-remote-pranswer: conforms",
      // There is an offer to set, O1: it is the state that forbids to set it.
      "local offer: have-remote-pranswer rejected: illegal-call offer-in-wrong-state",
    ],
  },
  {
    name: "a call without a description that could create nothing",
    script: `
      state have-remote-pranswer
      local
      local failed`,
    verdicts: ["local offer: have-remote-pranswer rejected: illegal-call create-offer-in-wrong-state"],
  },
];

describe("calls without a description", () => {
  it.each(cases)("$name", ({ script, verdicts }) => {
    expect(verdictsOf(script)).toEqual(verdicts);
  });
});
