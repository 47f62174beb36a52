// What a step says in words may go into a ticket: it quotes nothing of a description, whatever rule that breaks.
import { describe, expect, it } from "vitest";
import { alice, audioOnly } from "../../cases/sdp/given/descriptions.ts";
import { createOracle, judge } from "../../src/entries/oracle.ts";

const offer = audioOnly(alice, "actpass");
const replaced = (pattern: RegExp, line: string) => offer.replace(pattern, line);

const secrets: readonly (readonly [where: string, description: unknown, rule: RegExp])[] = [
  ["the type", { type: "s3cret", sdp: offer }, /the type must be one of offer, pranswer, answer, rollback\./],
  ["what is no object", "s3cret", /must be an object/],
  ["a line that is none", { type: "offer", sdp: replaced(/^t=.*$/m, "$&\r\ns3cret") }, /line 5 breaks SDP rule S1: /],
  ["a line out of place", { type: "offer", sdp: replaced(/^t=.*$/m, "$&\r\ni=s3cret") }, /line 5 breaks SDP rule S2: /],
  ["the origin", { type: "offer", sdp: replaced(/^o=.*$/m, "o=s3cret") }, /line 2 breaks SDP rule S3: /],
  [
    "an attribute",
    { type: "offer", sdp: replaced(/^a=setup:.*$/m, "a=setup:s3cret") },
    /line \d+ breaks SDP rule S4: /,
  ],
  [
    "a group",
    {
      type: "offer",
      sdp: offer
        .replaceAll(/\ba=mid:0|BUNDLE 0/g, (text) => text.replace("0", "s3cret"))
        .replace(/^t=.*$/m, "$&\r\na=group:BUNDLE s3cret\r\na=group:BUNDLE s3cret"),
    },
    /line \d+ breaks SDP rule D3: /,
  ],
  [
    "a mid",
    {
      type: "offer",
      sdp: offer
        .replaceAll(/\ba=mid:0|BUNDLE 0/g, (text) => text.replace("0", "s3cret"))
        .replace(/^a=fingerprint.*\r\n/m, ""),
    },
    /m= section 0, line \d+ breaks SDP rule D5: /,
  ],
];

describe("the reason why a description must be refused", () => {
  it.each(secrets)("quotes nothing of it: %s", (_, description, reason) => {
    const call = { call: "setRemoteDescription", description, signalingState: "stable" } as const;
    const refusals = ["InvalidAccessError", "OperationError", "TypeError"].map(
      (name) => judge(createOracle(), { ...call, outcome: "rejected", error: { name } }).step,
    );
    const applied = judge(createOracle(), { ...call, outcome: "applied" }).step;
    for (const step of [...refusals, applied]) {
      expect(step.why).toMatch(reason);
      expect(JSON.stringify(step)).not.toContain("s3cret");
    }
    expect(refusals.filter(({ verdict }) => verdict === "illegal-call").length).toBeLessThanOrEqual(1);
  });

  it("nor does a difference in slots", () => {
    const { differences } = judge(createOracle({ sdp: "opaque" }), {
      call: "setRemoteDescription",
      description: { type: "offer", sdp: offer },
      outcome: "applied",
      signalingState: "have-remote-offer",
      slots: { pendingRemoteDescription: { type: "offer", sdp: offer.replace(/^a=ice-pwd:.*$/m, "a=ice-pwd:s3cret") } },
    });
    expect(differences).toMatchObject([{ kind: "changed-sdp" }]);
    expect(JSON.stringify(differences)).not.toContain("s3cret");
  });
});
