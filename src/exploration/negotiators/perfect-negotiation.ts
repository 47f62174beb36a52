import {
  type Command,
  call,
  complain,
  type Negotiator,
  type NegotiatorEvent,
  type Signal,
  sendCandidate,
  sendLocalDescription,
  type Variables,
  type View,
} from "./negotiator.ts";

/** Where versions of webrtc-pc's example differ: whether an incoming description collides with what goes on here. */
interface Example {
  readonly name: string;
  collides(variables: Variables, type: string, view: View): boolean;
}

/**
 * Perfect negotiation, as webrtc-pc's example has it today.
 *
 * @see https://w3c.github.io/webrtc-pc/#perfect-negotiation-example
 */
export const perfectNegotiation: Negotiator = madeExample({
  name: "perfect negotiation, today's example",
  collides({ makingOffer, settingRemoteAnswer }, _, { signalingState }) {
    const readyForOffer = !makingOffer && (signalingState === "stable" || settingRemoteAnswer);
    return !readyForOffer;
  },
});

/** The example as it was before #2572: an answer that is being set is not taken into account. */
export const exampleBefore2572: Negotiator = madeExample({
  name: "perfect negotiation, the example before #2572",
  collides: ({ makingOffer }, _, { signalingState }) => makingOffer === true || signalingState !== "stable",
});

/** The example as it was first merged, in #2393: only the state counts. */
export const exampleOf2393: Negotiator = madeExample({
  name: "perfect negotiation, the example of #2393",
  collides: (_, __, { signalingState }) => signalingState !== "stable",
});

function madeExample({ name, collides }: Example): Negotiator {
  const variables = { makingOffer: false, ignoreOffer: false, settingRemoteAnswer: false };
  return { name, variables, react };

  function react(before: Variables, event: NegotiatorEvent, view: View) {
    switch (event.type) {
      case "negotiationneeded":
        return { variables: { ...before, makingOffer: true }, commands: [callSetLocal("offered")] };
      case "icecandidate":
        return { variables: before, commands: [sendCandidate(event.candidate)] };
      case "message":
        return receive(before, event.message, view);
      case "settled":
        return goOnAfter(before, event, view);
    }
  }

  function receive(before: Variables, message: Signal, view: View) {
    if ("candidate" in message) {
      const { candidate } = message;
      return { variables: before, commands: [call({ method: "addIceCandidate", candidate }, "added")] };
    }
    const { description } = message;
    const { type } = description;
    const ignoreOffer = !view.polite && type === "offer" && collides(before, type, view);
    if (ignoreOffer) return { variables: { ...before, ignoreOffer }, commands: [] };
    return {
      variables: { ...before, ignoreOffer, settingRemoteAnswer: type === "answer" },
      commands: [call({ method: "setRemoteDescription", description }, "received", type)],
    };
  }
}

function goOnAfter(
  before: Variables,
  { after, rejection }: NegotiatorEvent & { readonly type: "settled" },
  view: View,
): { readonly variables: Variables; readonly commands: readonly Command[] } {
  const errors = complain(rejection);
  const sent = rejection === null ? sendLocalDescription(view) : errors;
  switch (after.at) {
    case "offered":
      return { variables: { ...before, makingOffer: false }, commands: sent };
    case "received":
      if (rejection !== null) return { variables: before, commands: errors };
      return {
        variables: { ...before, settingRemoteAnswer: false },
        commands: after.type === "offer" ? [callSetLocal("answered")] : [],
      };
    case "answered":
      return { variables: before, commands: sent };
    default:
      // A candidate of an offer that was ignored.
      return { variables: before, commands: before.ignoreOffer ? [] : errors };
  }
}

function callSetLocal(at: string): Command {
  return call({ method: "setLocalDescription" }, at);
}
