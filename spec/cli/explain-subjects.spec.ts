// `explain` of rules, codes and messages. The recorded refusals of two browsers judge the table of messages.
import { describe, expect, it } from "vitest";
import evidence from "../../conformance/rules/evidence.json" with { type: "json" };
import { explain } from "../../src/cli/explain/explain.ts";
import { rejectionCodes } from "../../src/entries/index.ts";
import { sdpRules } from "../../src/entries/sdp.ts";
import { codeMeanings } from "../../src/messages/code-meanings.ts";
import { messageSources } from "../../src/messages/known-message.ts";
import { messageGroups, messageIn } from "../../src/messages/known-messages.ts";
import { fakeTerminal } from "./running/replaying.ts";

const messages = messageGroups.flatMap((group) => group.messages);

function explained(...words: readonly string[]) {
  const { terminal, printed, complaints } = fakeTerminal();
  const status = explain(words, { profile: "webrtc-pc" }, terminal);
  return { status, text: printed.join(""), complaints };
}

describe("explain RULE", () => {
  it.each(sdpRules.map(({ id }) => id))("%s", (id) => {
    const rule = sdpRules.find((entry) => entry.id === id);
    for (const name of [id, id.toLowerCase()]) {
      const { status, text, complaints } = explained(name);
      expect([status, complaints]).toEqual([0, []]);
      expect(text).toContain(`rule ${id}: ${rule?.summary}\n`);
      expect(text).toContain(`  severity: ${rule?.severity}, `);
      expect(text).toContain(`see ${rule?.reference.spec} ${rule?.reference.section}: ${rule?.reference.url}\n`);
    }
  });

  it("says what it is refused with, what browsers do, and what to do", () => {
    expect(explained("D7").text).toContain("refused with InvalidAccessError");
    expect(explained("S1").text).toMatch(/refused with RTCError[\s\S]*cannot be tolerated/);
    expect(explained("L1").text).toContain("refused with OperationError");
    expect(explained("D7").text).toContain("--tolerate D7");
    expect(explained("D7").text).toContain("message: rtcp-mux must be enabled when BUNDLE is enabled. (Chromium, ");
    expect(explained("A8").text).toContain("Chromium and Firefox both let it pass");
    expect(explained("W1").text).not.toContain("to do");
  });
});

describe("explain CODE", () => {
  it.each(rejectionCodes)("$code", ({ code, error, reference }) => {
    const { status, text } = explained(code);
    const { means, causes, remedies } = codeMeanings[code];
    expect(status).toBe(0);
    expect(text).toContain(`code ${code}: ${error}\n  ${means}\n`);
    for (const cause of causes) expect(text).toContain(`  usual cause: ${cause}\n`);
    for (const remedy of remedies) expect(text).toContain(`  to do: ${remedy}\n`);
    expect(text).toContain(reference.url);
    expect([causes.length > 0, remedies.length > 0]).toEqual([true, true]);
  });
});

describe("explain MESSAGE", () => {
  it.each([
    ["Called in wrong state: stable", "Failed to set remote answer sdp: Called in wrong state"],
    ["called in wrong state kStable", "Failed to set remote answer sdp: Called in wrong state"],
    [
      "InvalidStateError: Failed to execute 'setRemoteDescription' on 'RTCPeerConnection': Failed to set remote answer sdp: Called in wrong state: kStable",
      "Failed to set remote answer sdp: Called in wrong state",
    ],
    [
      "DOMException: Cannot set remote answer in state stable",
      "Failed to set remote answer sdp: Called in wrong state",
    ],
    ["Failed to set remote offer sdp: Called in wrong state: have-local-offer", "Failed to set remote offer sdp"],
    ["Remote description type 0 is incompatible with current signaling state 1", "Failed to set remote offer sdp"],
    ["Failed to set local answer sdp: Called in wrong state: kStable", "Failed to set local answer sdp"],
    ['ONN DOMException: "Cannot set local offer in state have-remote-offer"', "Failed to set local offer sdp"],
    ["Failed to set SSL role for the transport", "Failed to apply the description for m= section"],
    ["The SDP does not match the previously generated SDP for this type", "The SDP does not match"],
    [
      "Failed to parse SessionDescription. a=max-message-size:262144 Invalid SDP line.",
      "Failed to parse SessionDescription.",
    ],
    ["SIPCC Failed to parse SDP: SDP Parse Error on line 17:  c= connection line not specified", "Failed to parse"],
    ["order of m-lines in subsequent offer", "The order of m-lines in subsequent offer"],
    ["Failed to set remote offer sdp: Duplicate a=mid value '0'.", null],
  ])("%s", (text, title) => {
    const { status, text: printed, complaints } = explained(text);
    expect(status).toBe(title === null ? 2 : 0);
    if (title === null) expect(complaints).toEqual([expect.stringMatching(/no rule, code or known message/)]);
    else expect(printed).toMatch(new RegExp(`^message: ${title.replace(/[.*+?]/g, "\\$&")}`));
  });

  it("may be passed without quotation marks", () => {
    expect(explained("Called", "in", "wrong", "state:", "stable")).toEqual(explained("Called in wrong state: stable"));
  });

  it("has causes, remedies and where it stands", () => {
    expect(explained("Called in wrong state: stable").text.split("\n")).toEqual([
      "message: Failed to set remote answer sdp: Called in wrong state: {state}",
      "  from: Chromium, Safari, @roamhq/wrtc, Firefox (InvalidStateError)",
      expect.stringContaining("An answer was set where no local offer waits for one"),
      expect.stringContaining("  usual cause: The same answer was set twice"),
      expect.stringContaining("  usual cause: "),
      expect.stringContaining("  usual cause: "),
      expect.stringContaining("  to do: "),
      expect.stringContaining("  to do: "),
      expect.stringContaining("  to do: "),
      "  here: answer-in-wrong-state",
      "  see RFC 9429 §3.2: https://www.rfc-editor.org/rfc/rfc9429.html#section-3.2",
      "",
    ]);
  });
});

describe("explain: what cannot be explained", () => {
  it.each([
    [["D99"], "docs/messages.md"],
    [["answer-in-wrong"], "did you mean answer-in-wrong-state or "],
    [["stable"], "missing side and type"],
    [["stable", "local"], "missing type"],
    [["have-offer", "local", "offer"], 'unknown state "have-offer"'],
    [[], "nothing to explain"],
  ])("%j: one line, status 2", (words, reason) => {
    const { status, text, complaints } = explained(...words);
    expect([status, text, complaints]).toEqual([2, "", [expect.stringContaining(reason)]]);
  });
});

describe("the table of messages", () => {
  it("has at least twenty, of every implementation, each with cause and remedy", () => {
    expect(messages.length).toBeGreaterThanOrEqual(20);
    for (const source of messageSources) expect(messages.some(({ sources }) => sources.includes(source))).toBe(true);
    for (const { message, causes, remedies, codes, rules } of messages) {
      expect([causes.length > 0, remedies.length > 0], message).toEqual([true, true]);
      for (const code of codes) expect(rejectionCodes.map((entry) => entry.code)).toContain(code);
      for (const rule of rules) expect(sdpRules.map(({ id }) => id)).toContain(rule);
    }
  });

  it("every wording leads to its own entry", () => {
    for (const entry of messages) {
      for (const wording of [entry.message, ...entry.also]) {
        expect(messageIn(wording.replaceAll(/\{\w+\}/g, "7"))?.message, wording).toBe(entry.message);
      }
    }
  });

  it("what browsers were recorded to say of a broken rule leads to an entry that names the rule", () => {
    const recorded = evidence.breaches.flatMap(({ rule, chromium, firefox }) =>
      [chromium, firefox].flatMap((seen) => ("message" in seen && seen.message ? [{ rule, text: seen.message }] : [])),
    );
    const known = recorded.flatMap(({ rule, text }) => {
      const entry = messageIn(text);
      return entry === null || text.includes("parse") || text === "the browser does not write this"
        ? []
        : [{ rule, text, entry }];
    });
    expect(known.length).toBeGreaterThan(60);
    for (const { rule, text, entry } of known) {
      if (entry.rules.length > 0) expect(entry.rules, `${rule}: ${text}`).toContain(rule);
    }
  });
});
