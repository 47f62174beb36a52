// close(): a step of its own, what it overtakes, and calls on a closed connection.
import { describe, expect, it } from "vitest";
import { eventsOf, lineTime, onlyFinding, stepsOf, verdictsOf } from "./scripts/event-script.ts";

const cases: readonly { readonly name: string; readonly script: string; readonly verdicts: readonly string[] }[] = [
  { name: "closing", script: "close", verdicts: ["close: stable → closed: conforms"] },
  {
    name: "closing twice",
    script: `
      close
      close`,
    verdicts: ["close: stable → closed: conforms", "close: closed: conforms"],
  },
  {
    name: "calls that close overtook are never settled, and rightly so",
    script: `
      remote offer O1
      local
      close`,
    verdicts: [
      "remote offer: stable unsettled: conforms",
      "local -: stable unsettled: conforms",
      "close: stable → closed: conforms",
    ],
  },
  {
    name: "late settlements of overtaken calls say nothing",
    script: `
      remote offer O1
      local
      close
      remote ok
      local failed`,
    verdicts: [
      "remote offer: stable unsettled: conforms",
      "local -: stable unsettled: conforms",
      "close: stable → closed: conforms",
    ],
  },
  {
    name: "a call on a closed connection is illegal",
    script: `
      close
      remote offer O1
      remote failed The RTCPeerConnection's signalingState is 'closed'.`,
    verdicts: ["close: stable → closed: conforms", "remote offer: closed rejected: illegal-call connection-closed"],
  },
  {
    name: "an overtaken call takes no settlement from a call made after closing",
    script: `
      remote offer O1
      close
      remote answer A1
      remote failed The RTCPeerConnection's signalingState is 'closed'.`,
    verdicts: [
      "remote offer: stable unsettled: conforms",
      "close: stable → closed: conforms",
      "remote answer: closed rejected: illegal-call connection-closed",
    ],
  },
  {
    name: "an overtaken call settled late, before a call made after closing is",
    script: `
      remote offer O1
      close
      remote ok
      remote answer A1
      remote failed The RTCPeerConnection's signalingState is 'closed'.`,
    verdicts: [
      "remote offer: stable unsettled: conforms",
      "close: stable → closed: conforms",
      "remote answer: closed rejected: illegal-call connection-closed",
    ],
  },
  {
    name: "an overtaken call applied late, after another call was made: only the overtaken one can have been",
    script: `
      remote offer O1
      close
      remote answer A1
      remote ok
      remote failed The RTCPeerConnection's signalingState is 'closed'.`,
    verdicts: [
      "remote offer: stable unsettled: conforms",
      "close: stable → closed: conforms",
      "remote answer: closed rejected: illegal-call connection-closed",
    ],
  },
  {
    name: "a state closed without a close overtakes open calls",
    script: `
      remote offer O1
      local
      state closed
      remote ok
      local failed`,
    verdicts: ["remote offer: stable unsettled: conforms", "local -: stable unsettled: conforms"],
  },
  {
    name: "a failure after a state closed belongs to the newer call, what was applied late to the overtaken one",
    script: `
      remote offer O1
      state closed
      remote answer A1
      remote ok
      remote failed The RTCPeerConnection's signalingState is 'closed'.`,
    verdicts: [
      "remote offer: stable unsettled: conforms",
      "remote answer: closed rejected: illegal-call connection-closed",
    ],
  },
  {
    name: "a failure after close belongs to the newer open call, with two overtaken",
    script: `
      local
      local
      close
      local rollback
      local failed The RTCPeerConnection's signalingState is 'closed'.
      local ok
      local ok`,
    verdicts: [
      "local -: stable unsettled: conforms",
      "local -: stable unsettled: conforms",
      "close: stable → closed: conforms",
      "local rollback: closed rejected: illegal-call connection-closed",
    ],
  },
  {
    name: "a late state closed overtakes no call made after closing",
    script: `
      close
      remote offer O1
      state closed
      remote failed The RTCPeerConnection's signalingState is 'closed'.`,
    verdicts: ["close: stable → closed: conforms", "remote offer: closed rejected: illegal-call connection-closed"],
  },
  {
    name: "a late state moves nothing after closing",
    script: `
      close
      state have-remote-offer
      local answer A1
      local failed The RTCPeerConnection's signalingState is 'closed'.`,
    verdicts: ["close: stable → closed: conforms", "local answer: closed rejected: illegal-call connection-closed"],
  },
  {
    name: "a call applied on a closed connection is a divergence",
    script: `
      close
      remote offer O1
      remote ok`,
    verdicts: ["close: stable → closed: conforms", "remote offer: closed: divergence connection-closed"],
  },
  {
    name: "a call on a closed connection that is never settled is not judged",
    script: `
      close
      remote offer O1`,
    verdicts: ["close: stable → closed: conforms", "remote offer: closed unsettled: unjudged"],
  },
];

describe("close in a log", () => {
  it.each(cases)("$name", ({ script, verdicts }) => {
    expect(verdictsOf(script)).toEqual(verdicts);
  });

  it("is expected to be applied", () => {
    const [step] = stepsOf(eventsOf("close"));
    expect(step?.expected).toEqual({ outcome: "applied", error: null, signalingState: "closed" });
    expect(step?.type).toBeNull();
  });

  it("is the likely cause of a refusal after it, with the time of the first one", () => {
    const { cause } = onlyFinding(`
      created offer O1
      close
      close
      local offer O1
      local failed`);
    expect(cause).toEqual({ what: expect.stringMatching(/closed/), time: lineTime });
  });

  it("a state closed without a close is believed", () => {
    const { code, cause } = onlyFinding(`
      state closed
      remote offer O1
      remote failed`);
    expect(code).toBe("connection-closed");
    expect(cause?.time ?? null).toBeNull();
  });
});
