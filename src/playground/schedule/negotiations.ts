import {
  bothImpolite,
  sendingFirst,
  withCreateOffer,
  withoutRoles,
} from "../../exploration/negotiators/naive-negotiators.ts";
import {
  call,
  type Negotiator,
  type NegotiatorEvent,
  type Resumption,
  sendLocalDescription,
  type Variables,
  type View,
} from "../../exploration/negotiators/negotiator.ts";
import {
  exampleBefore2572,
  exampleOf2393,
  perfectNegotiation,
} from "../../exploration/negotiators/perfect-negotiation.ts";

/** Code that negotiates for a peer. */
export interface Negotiation {
  /** For people. */
  readonly title: string;
  /** What it does, in a sentence. */
  readonly does: string;
  /** Does it differ between the polite and the impolite side? */
  readonly hasRoles: boolean;
  readonly negotiator: Negotiator;
}

/** A peer without code: what arrives is set, and what is set is sent. Whatever else happens, the user does. */
const noCode: Negotiator = {
  name: "by hand",
  variables: {},
  react(variables, event) {
    if (event.type !== "message") return { variables, commands: [] };
    const { message } = event;
    if ("candidate" in message) {
      const { candidate } = message;
      return { variables, commands: [call({ method: "addIceCandidate", candidate }, "by-hand")] };
    }
    const { description } = message;
    return { variables, commands: [call({ method: "setRemoteDescription", description }, "by-hand")] };
  },
};

/** By the names that they have in a link. */
export const negotiations = {
  hand: {
    title: "By hand",
    does: "No code: you call, and what arrives is set when you deliver it. What setLocalDescription() has set is sent.",
    hasRoles: false,
    negotiator: noCode,
  },
  perfect: {
    title: "Perfect negotiation",
    does: "The example of webrtc-pc as it is today. The impolite side ignores an offer that collides, the polite one yields.",
    hasRoles: true,
    negotiator: perfectNegotiation,
  },
  pushy: {
    title: "Never yields",
    does: "Offers when it needs to, as a pushy SFU does, and ignores each offer that collides with its own.",
    hasRoles: false,
    negotiator: bothImpolite,
  },
  "no-roles": {
    title: "Without roles",
    does: "Offers when it needs to, and sets whatever arrives.",
    hasRoles: false,
    negotiator: withoutRoles,
  },
  "create-first": {
    title: "createOffer(), then set",
    does: "Has roles, but calls createOffer() and setLocalDescription() in turn: anything may happen in between.",
    hasRoles: true,
    negotiator: withCreateOffer,
  },
  "send-first": {
    title: "Sends before it sets",
    does: "Sends the offer that createOffer() gave before it is set.",
    hasRoles: true,
    negotiator: sendingFirst,
  },
  "example-2393": {
    title: "The first example",
    does: "Perfect negotiation as webrtc-pc first had it (#2393): only the signaling state counts.",
    hasRoles: true,
    negotiator: exampleOf2393,
  },
  "example-before-2572": {
    title: "The example before #2572",
    does: "Perfect negotiation that does not know of an answer that is being set.",
    hasRoles: true,
    negotiator: exampleBefore2572,
  },
} as const satisfies Readonly<Record<string, Negotiation>>;

/** The name of a negotiation. */
export type NegotiationName = keyof typeof negotiations;

/** The name, where it is one. */
export function negotiationNamed(name: string | null): NegotiationName | null {
  return name !== null && Object.hasOwn(negotiations, name) ? (name as NegotiationName) : null;
}

/** Where a call by hand goes on: the code takes no notice of it. */
export function goOnByHand(sends: boolean): Resumption {
  return { at: "by-hand", ...(sends && { type: "sends" }) };
}

/** The code of a peer at which somebody calls as well: what was set locally by hand is sent, and nothing else follows. */
export function withCallsByHand(negotiator: Negotiator): Negotiator {
  return {
    ...negotiator,
    react(variables: Variables, event: NegotiatorEvent, view: View) {
      if (event.type !== "settled" || event.after.at !== "by-hand") return negotiator.react(variables, event, view);
      const sends = event.after.type === "sends" && event.rejection === null;
      return { variables, commands: sends ? sendLocalDescription(view) : [] };
    },
  };
}
