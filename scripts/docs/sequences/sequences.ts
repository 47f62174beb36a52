import { linesOf, type Sequence } from "./sequence.ts";

/** The diagrams of docs/sequences.md. spec/docs/stack-guide.spec.ts compares them with what the guide's class does. */
export const sequences: readonly Sequence[] = [
  {
    name: "call",
    title: "A call, seen from the side that offers",
    lines: linesOf(`
      app -> pc: createOffer()
      pc -> jsep: createOffer()
      jsep --> pc: start create-offer
      pc -> transports: createDescription(offer)
      pc -> jsep: created
      jsep --> pc: resolve, react
      pc --> app: the offer
      pc -> jsep: reaction
      jsep --> pc: nothing to do
      app -> pc: setLocalDescription(offer)
      pc -> jsep: setLocalDescription(offer)
      jsep --> pc: start apply offer
      pc -> transports: apply(offer)
      pc -> jsep: applied
      jsep --> pc: create-transport, create-sctp-transport, signalingstatechange, resolve, react
      pc: Slots and transceivers have changed, all at once: now the effects.
      pc -> transports: create-transport
      pc -> transports: create-sctp-transport
      pc --> app: signalingstatechange: have-local-offer
      pc --> app: resolved
      pc -> jsep: reaction
      jsep --> pc: nothing to do
      app: Sends the offer, receives the answer.
      app -> pc: setRemoteDescription(answer)
      pc -> jsep: setRemoteDescription(answer)
      jsep --> pc: start apply answer
      pc -> transports: apply(answer)
      pc -> jsep: applied
      jsep --> pc: signalingstatechange, resolve, react
      pc --> app: signalingstatechange: stable
      pc --> app: resolved
      pc -> jsep: reaction
      jsep --> pc: queue-task
      pc: The task checks whether negotiation is needed.
    `),
  },
  {
    name: "glare",
    title: "Glare: both sides have offered, and the transports cannot apply the other offer",
    lines: linesOf(`
      pc: The state is have-local-offer.
      app -> pc: setRemoteDescription(offer)
      pc -> jsep: setRemoteDescription(offer)
      jsep --> pc: start apply rollback
      pc -> transports: apply(rollback)
      pc -> jsep: applied
      jsep --> pc: close-transport, signalingstatechange, start apply offer
      pc: The local offer is gone, before the other is applied.
      pc -> transports: close-transport
      pc --> app: signalingstatechange: stable
      pc -> transports: apply(offer)
      transports --> pc: fails
      pc -> jsep: failed
      jsep --> pc: reject, react
      pc: The rollback stands: the state stays stable.
      pc --> app: rejected: OperationError
      pc -> jsep: reaction
      jsep --> pc: queue-task
    `),
  },
  {
    name: "pranswer",
    title: "A provisional answer, a rollback that is refused, and the final answer",
    lines: linesOf(`
      pc: The state is have-local-offer.
      app -> pc: setRemoteDescription(pranswer)
      pc -> jsep: setRemoteDescription(pranswer)
      jsep --> pc: start apply pranswer
      pc -> transports: apply(pranswer)
      pc -> jsep: applied
      jsep --> pc: signalingstatechange, resolve, react
      pc --> app: signalingstatechange: have-remote-pranswer
      pc --> app: resolved
      pc -> jsep: reaction
      jsep --> pc: nothing to do
      app -> pc: setLocalDescription(rollback)
      pc -> jsep: setLocalDescription(rollback)
      jsep --> pc: react
      pc -> jsep: reaction
      jsep --> pc: reject, react
      pc: Nothing has changed.
      pc --> app: rejected: InvalidStateError
      pc -> jsep: reaction
      jsep --> pc: nothing to do
      app -> pc: setRemoteDescription(answer)
      pc -> jsep: setRemoteDescription(answer)
      jsep --> pc: start apply answer
      pc -> transports: apply(answer)
      pc -> jsep: applied
      jsep --> pc: signalingstatechange, resolve, react
      pc --> app: signalingstatechange: stable
      pc --> app: resolved
      pc -> jsep: reaction
      jsep --> pc: queue-task
    `),
  },
];
