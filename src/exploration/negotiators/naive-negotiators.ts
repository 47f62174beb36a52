import {
  type Command,
  call,
  complain,
  type Negotiator,
  type NegotiatorEvent,
  sendCandidate,
  sendLocalDescription,
  type Variables,
  type View,
} from "./negotiator.ts";

/** Without roles: whoever receives an offer sets it, and rolls back its own. */
export const withoutRoles: Negotiator = naive("without roles", {
  offer: [call({ method: "setLocalDescription" }, "offered")],
  ignores: () => false,
});

/** Both sides impolite: an offer that collides is ignored by both. */
export const bothImpolite: Negotiator = naive("both impolite", {
  offer: [call({ method: "setLocalDescription" }, "offered")],
  ignores: (type, { signalingState }) => type === "offer" && signalingState !== "stable",
});

/** Polite and impolite, but createOffer() and setLocalDescription() in turn: anything may happen in between. */
export const withCreateOffer: Negotiator = naive("with createOffer(), then setLocalDescription(offer)", {
  offer: [call({ method: "createOffer" }, "created")],
  ignores: (type, { polite, signalingState }) => !polite && type === "offer" && signalingState !== "stable",
});

/** Sends the offer that createOffer() gave before it is set. */
export const sendingFirst: Negotiator = naive("sending the offer before it is set", {
  offer: [call({ method: "createOffer" }, "created-and-sent")],
  ignores: (type, { polite, signalingState }) => !polite && type === "offer" && signalingState !== "stable",
});

interface Habits {
  readonly offer: readonly Command[];
  ignores(type: string, view: View): boolean;
}

function naive(name: string, { offer, ignores }: Habits): Negotiator {
  return {
    name,
    variables: {},
    react(variables: Variables, event: NegotiatorEvent, view: View) {
      return { variables, commands: commandsFor(event, view) };
    },
  };

  function commandsFor(event: NegotiatorEvent, view: View): readonly Command[] {
    if (event.type === "negotiationneeded") return offer;
    if (event.type === "icecandidate") return [sendCandidate(event.candidate)];
    if (event.type === "settled") return goOn(event, view);
    if ("candidate" in event.message) {
      return [call({ method: "addIceCandidate", candidate: event.message.candidate }, "added")];
    }
    const { description } = event.message;
    if (ignores(description.type, view)) return [];
    return [call({ method: "setRemoteDescription", description }, "received", description.type)];
  }
}

function goOn(event: NegotiatorEvent & { readonly type: "settled" }, view: View): readonly Command[] {
  const { after, value, rejection } = event;
  if (rejection !== null) return complain(rejection);
  switch (after.at) {
    case "created":
      return [call({ method: "setLocalDescription", description: value }, "offered")];
    case "created-and-sent":
      return value === null
        ? []
        : [
            { do: "send", message: { description: value } },
            call({ method: "setLocalDescription", description: value }, "set"),
          ];
    case "offered":
    case "answered":
      return sendLocalDescription(view);
    case "received":
      return after.type === "offer" ? [call({ method: "setLocalDescription" }, "answered")] : [];
    default:
      return [];
  }
}
