// What was created, and what of it may be set.
import { describe, expect, it } from "vitest";
import { onlyFinding, opaque, verdictsOf } from "./scripts/event-script.ts";

const cases: readonly { readonly name: string; readonly script: string; readonly verdicts: readonly string[] }[] = [
  {
    name: "a created offer, set unchanged",
    script: `
      create offer
      created offer O1
      local offer O1
      state have-local-offer
      local ok`,
    verdicts: ["local offer: stable → have-local-offer: conforms"],
  },
  {
    name: "a munged offer that is accepted",
    script: `
      created offer O1
      local offer O1-munged
      state have-local-offer
      local ok`,
    verdicts: ["local offer: stable → have-local-offer: divergence local-description-modified"],
  },
  {
    name: "a munged offer that is refused",
    script: `
      created offer O1
      local offer O1-munged
      local failed`,
    verdicts: ["local offer: stable rejected: illegal-call local-description-modified"],
  },
  {
    name: "a munged answer that is accepted",
    script: `
      remote offer O1
      state have-remote-offer
      remote ok
      created answer A1
      local answer A1-munged
      state stable
      local ok`,
    verdicts: [
      "remote offer: stable → have-remote-offer: conforms",
      "local answer: have-remote-offer → stable: divergence local-description-modified",
    ],
  },
  {
    name: "a created answer, set as a provisional one and then as the answer",
    script: `
      remote offer O1
      state have-remote-offer
      remote ok
      created answer A1
      local pranswer A1
      state have-local-pranswer
      local ok
      local answer A1
      state stable
      local ok`,
    verdicts: [
      "remote offer: stable → have-remote-offer: conforms",
      "local pranswer: have-remote-offer → have-local-pranswer: conforms",
      "local answer: have-local-pranswer → stable: conforms",
    ],
  },
  {
    name: "only what was created last may be set",
    script: `
      created offer O1
      created offer O2
      local offer O1
      local failed`,
    verdicts: ["local offer: stable rejected: illegal-call local-description-modified"],
  },
  {
    name: "a failed createOffer() leaves what was created before it",
    script: `
      created offer O1
      create offer
      creating offer failed
      local offer O1
      state have-local-offer
      local ok`,
    verdicts: ["local offer: stable → have-local-offer: conforms"],
  },
  {
    name: "the answer discards what was created",
    script: `
      created offer O1
      local offer O1
      state have-local-offer
      local ok
      remote answer A1
      state stable
      remote ok
      local offer O1
      local failed`,
    verdicts: [
      "local offer: stable → have-local-offer: conforms",
      "remote answer: have-local-offer → stable: conforms",
      "local offer: stable rejected: illegal-call local-description-modified",
    ],
  },
  {
    name: "an offer that should not have been created in that state may still be set later",
    script: `
      remote offer O1
      state have-remote-offer
      remote ok
      created offer O2
      remote rollback
      state stable
      remote ok
      local offer O2
      state have-local-offer
      local ok`,
    verdicts: [
      "remote offer: stable → have-remote-offer: conforms",
      "remote rollback: have-remote-offer → stable: conforms",
      "local offer: stable → have-local-offer: conforms",
    ],
  },
  {
    name: "an answer created in stable is refused for the state, not as modified",
    script: `
      created answer A1
      local answer A1
      local failed`,
    verdicts: ["local answer: stable rejected: illegal-call answer-in-wrong-state"],
  },
  {
    name: "refusing what it would have created itself",
    script: `
      local
      local failed Failed to set local offer sdp`,
    verdicts: ["local offer: stable rejected: divergence"],
  },
  {
    name: "refusing what it created",
    script: `
      created offer O1
      local offer O1
      local failed Failed to set local offer sdp`,
    verdicts: ["local offer: stable rejected: divergence"],
  },
];

describe("descriptions that the implementation created", () => {
  it.each(cases)("$name", ({ script, verdicts }) => {
    expect(verdictsOf(script)).toEqual(verdicts);
  });

  it("refusing one cites setLocalDescription()", () => {
    const { why, reference } = onlyFinding(`
      local
      local failed`);
    expect(why).toBe("In stable, the implementation refused to create and set a description of its own.");
    expect(reference?.url).toMatch(/#dom-peerconnection-setlocaldescription$/);
  });

  it("what is modified may be set under the profile legacy, and nothing else changes", () => {
    const script = `
      created offer O1
      local offer O1-munged
      state have-local-offer
      local ok`;
    expect(verdictsOf(script, opaque("legacy"))).toEqual(["local offer: stable → have-local-offer: conforms"]);
    expect(onlyFinding(script, opaque("rfc9429")).code).toBe("local-description-modified");
  });

  it("the profile says whether the state or the modification is looked at first", () => {
    const script = `
      created answer A1
      local answer A1-munged
      local failed`;
    expect(onlyFinding(script, opaque("webrtc-pc")).code).toBe("local-description-modified");
    expect(onlyFinding(script, opaque("rfc9429")).code).toBe("answer-in-wrong-state");
  });
});
