import { linesOf, type Sequence } from "./sequence.ts";

/** The diagrams of docs/sequences.md. spec/docs/stack-guide.spec.ts compares them with what the guide's class does. */
export const sequences: readonly Sequence[] = [
  {
    name: "call",
    title: "A call, seen from the side that offers",
    lines: linesOf(`
      app -> pc: createOffer()
      pc -> jsep: offerCreated("")
      jsep --> pc: applied
      pc: An offer is legal now: make one.
      pc -> transports: createDescription(offer)
      pc -> jsep: offerCreated(sdp)
      jsep --> pc: applied
      pc --> app: the offer
      app -> pc: setLocalDescription(offer)
      pc -> jsep: step(setLocalDescription(offer))
      jsep --> pc: applied
      pc -> transports: apply(offer)
      pc: Commit the session, carry out the effects.
      pc -> transports: release-early-candidates
      pc --> app: signalingstatechange: have-local-offer
      pc --> app: resolved
      app: Sends the offer, receives the answer.
      app -> pc: setRemoteDescription(answer)
      pc -> jsep: step(setRemoteDescription(answer))
      jsep --> pc: applied
      pc -> transports: apply(answer)
      pc -> transports: update-negotiation-needed
      pc --> app: signalingstatechange: stable
      pc --> app: resolved
    `),
  },
  {
    name: "glare",
    title: "Glare: both sides have offered, and the transports cannot apply the other offer",
    lines: linesOf(`
      pc: The state is have-local-offer.
      app -> pc: setRemoteDescription(offer)
      pc -> jsep: step(setRemoteDescription(offer))
      jsep --> pc: applied, with rolledBack
      pc -> transports: apply(rollback)
      pc: Commit rolledBack first: the local offer is gone.
      pc -> transports: update-negotiation-needed
      pc --> app: signalingstatechange: stable
      pc -> transports: apply(offer)
      transports --> pc: fails
      pc -> jsep: operationFailed(remote offer)
      jsep --> pc: rejected: OperationError
      pc: The rollback stands: the state stays stable.
      pc --> app: rejected: OperationError
    `),
  },
  {
    name: "pranswer",
    title: "A provisional answer, a rollback that is refused, and the final answer",
    lines: linesOf(`
      pc: The state is have-local-offer.
      app -> pc: setRemoteDescription(pranswer)
      pc -> jsep: step(setRemoteDescription(pranswer))
      jsep --> pc: applied
      pc -> transports: apply(pranswer)
      pc --> app: signalingstatechange: have-remote-pranswer
      pc --> app: resolved
      app -> pc: setLocalDescription(rollback)
      pc -> jsep: step(setLocalDescription(rollback))
      jsep --> pc: rejected: InvalidStateError
      pc: Nothing has changed.
      pc --> app: rejected: InvalidStateError
      app -> pc: setRemoteDescription(answer)
      pc -> jsep: step(setRemoteDescription(answer))
      jsep --> pc: applied
      pc -> transports: apply(answer)
      pc -> transports: update-negotiation-needed
      pc --> app: signalingstatechange: stable
      pc --> app: resolved
    `),
  },
];
