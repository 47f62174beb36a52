import type { NegotiationCode } from "../../../../src/entries/testing.ts";
import type { Exploration } from "../../exploration.ts";
import { before2572, of2393, perfectNegotiation, today, withoutRoles } from "./negotiators.ts";

const own = { package: null, script: null } as const;
const example = {
  title: "webrtc-pc, the example",
  url: "https://w3c.github.io/webrtc-pc/#perfect-negotiation-example",
};
const mended = { title: "webrtc-pc 2572", url: "https://github.com/w3c/webrtc-pc/pull/2572" };
const stuck =
  "The impolite side sets an answer, and is still in have-local-offer when the next offer arrives. It ignores the offer, " +
  "although the state is stable a moment later. The polite side waits for an answer that never comes.";

/** The same code, which signals no candidates. */
function withoutCandidates(code: NegotiationCode): NegotiationCode {
  return (peer) => {
    code(peer);
    peer.pc.onicecandidate = null;
  };
}

export const perfectNegotiations: readonly Exploration[] = [
  {
    ...{ name: "perfect-negotiation", ...own },
    setting:
      "The pattern as webrtc-pc and MDN have it today, written anew. Each side adds a transceiver, at any moment.",
    code: () => perfectNegotiation(today),
    options: { bounds: { schedules: 100 } },
    ...{ expected: null, finding: null },
    links: [
      example,
      {
        title: "MDN, perfect negotiation",
        url: "https://developer.mozilla.org/docs/Web/API/WebRTC_API/Perfect_negotiation",
      },
    ],
  },
  {
    ...{ name: "perfect-negotiation-two-and-one", ...own },
    setting: "The same pattern. Side a adds two transceivers and side b one; candidates are not signaled.",
    code: () => withoutCandidates(perfectNegotiation(today)),
    options: {
      actions: ["addTransceiver", { peer: "a", do: "addTransceiver" }],
      bounds: { schedules: 0 },
      except: ["no-candidate-lost"],
    },
    ...{ expected: null, finding: null, links: [example] },
  },
  {
    ...{ name: "perfect-negotiation-before-2572", ...own },
    setting:
      "The pattern as webrtc-pc had it from #2406 to #2572, and MDN until 2022 at least, written anew: an answer that is " +
      "being set does not count. Each side adds a transceiver.",
    code: () => perfectNegotiation(before2572),
    options: {},
    ...{ expected: "both-stable", finding: stuck, control: "perfect-negotiation", links: [mended] },
  },
  {
    ...{ name: "perfect-negotiation-2393", ...own },
    setting:
      "The pattern as it was first merged, in #2393, written anew: an offer collides where the state is not stable. Each " +
      "side adds a transceiver.",
    code: () => perfectNegotiation(of2393),
    options: {},
    ...{ expected: "both-stable", finding: stuck, control: "perfect-negotiation" },
    links: [{ title: "webrtc-pc 2393", url: "https://github.com/w3c/webrtc-pc/pull/2393" }, mended],
  },
  {
    ...{ name: "without-roles", ...own },
    setting: "Both sides offer when they need to, and set whatever comes. Each side adds a transceiver.",
    code: () => withoutRoles,
    options: {},
    expected: "no-invalid-state-error",
    finding:
      "Both sides offer at once. Each takes the other's offer, which rolls back its own, and answers. Then each gets an " +
      "answer to an offer that it no longer has.",
    links: [],
  },
];
