// What Chromium says when it refuses a description, as people quote it: each message keeps its reason in a report.
import { describe, expect, it } from "vitest";
import { alice, audioOnly, bob } from "../../cases/sdp/given/descriptions.ts";
import { rtcstatsDump } from "../trace/dumps/dumps.ts";
import { jsonReport, runReplay } from "./running/replaying.ts";
import { temporaryFolder } from "./running/temporary-files.ts";

const file = temporaryFolder();

const messages = [
  "Failed to set remote answer sdp: Called in wrong state: stable",
  "Cannot set remote answer in state stable",
  "Failed to set remote offer sdp: The order of m-lines in subsequent offer doesn't match order from previous offer/answer.",
  "Failed to set remote answer sdp: The order of m-lines in answer doesn't match order in offer. Rejecting answer.",
  "Failed to set remote answer sdp: Failed to apply the description for m= section with mid='0': Failed to set SSL role for the transport.",
  "Failed to set remote offer sdp: Media section has more than one track specified with a=ssrc lines which is not supported with Unified Plan.",
  "The SDP does not match the previously generated SDP for this type",
  "Failed to set remote offer sdp: Failed to set remote video description send parameters for m-section with mid='video0'.",
  "Failed to set local offer sdp: Failed to set local audio description recv parameters for m-section with mid='1'.",
  "Failed to set remote offer sdp: Called with SDP without ice-ufrag and ice-pwd.",
  "Failed to set remote offer sdp: rtcp-mux must be enabled when BUNDLE is enabled.",
  "Failed to set local offer sdp: A BUNDLE group contains a codec collision for header extension id=1. The id must be the same across all bundled media descriptions",
  "Session error code: ERROR_CONTENT. Session error description: Failed to set remote video description send parameters..",
];

describe("a message of Chromium's", () => {
  it.each(messages)("keeps its reason: %s", async (message) => {
    const path = file("refused.txt", dumpOf(message));
    const { connections } = await jsonReport(path);
    expect(connections[0]?.steps.at(-1)?.observed.message).toBe(message);
    const { printed } = await runReplay([path]);
    // Broken between words: the lines of a text are joined again.
    expect(printed.replace(/\n {6}/g, " ")).toContain(`the implementation: ${message}`);
  });
});

// After an exchange that has credentials, addresses and fingerprints to hide.
function dumpOf(message: string): string {
  const offer = audioOnly(alice, "actpass");
  const answer = audioOnly(bob, "active");
  return rtcstatsDump([
    ["createOfferOnSuccess", "PC_0", { type: "offer", sdp: offer }, 1000],
    ["setLocalDescription", "PC_0", { type: "offer", sdp: offer }, 1],
    ["signalingstatechange", "PC_0", "have-local-offer", 1],
    ["setLocalDescriptionOnSuccess", "PC_0", null, 1],
    ["setRemoteDescription", "PC_0", { type: "answer", sdp: answer }, 1],
    ["signalingstatechange", "PC_0", "stable", 1],
    ["setRemoteDescriptionOnSuccess", "PC_0", null, 1],
    ["setRemoteDescription", "PC_0", { type: "answer", sdp: answer }, 1],
    ["setRemoteDescriptionOnFailure", "PC_0", message, 1],
  ]);
}
