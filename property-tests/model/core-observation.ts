// What the core would be seen to do, were it a peer connection.
import type { Outcome, Rejection, Session } from "../../src/entries/index.ts";
import {
  answerCreated,
  close,
  offerCreated,
  setLocalDescription,
  setRemoteDescription,
  toException,
} from "../../src/entries/index.ts";
import type { Observation, ObservedError } from "../../src/entries/oracle.ts";
import type { Call } from "../arbitraries/arbitraries.ts";
import type { Argument } from "../arbitraries/junk.ts";

/** What of it was looked at. */
export interface Looked {
  readonly slots: boolean;
  readonly events: boolean;
  /** Is it told what a local description without SDP was made of? */
  readonly created: boolean;
}

/** A call made of the core, and what is seen of it; null where it is no call of a peer connection's. */
export function observe(
  session: Session,
  call: Call,
  looked: Looked,
): { readonly session: Session; readonly observation: Observation } | null {
  switch (call.call) {
    case "setLocalDescription": {
      const description = plain(call.argument);
      const outcome = setLocalDescription(session, description);
      if (outcome.kind !== "create") return seen({ call: call.call, description }, outcome, looked);
      const made = createdBy(session, outcome.type);
      const told = looked.created ? { created: { type: outcome.type, sdp: made.sdp } } : {};
      return seen({ call: call.call, description, ...told }, setLocalDescription(made.session, description), looked);
    }
    case "setRemoteDescription": {
      const description = plain(call.argument);
      return seen({ call: call.call, description }, setRemoteDescription(session, description), looked);
    }
    case "offerCreated":
    case "answerCreated": {
      const { string: sdp } = call.sdp;
      if (sdp === null || sdp === "") return null;
      const type = call.call === "offerCreated" ? "offer" : "answer";
      const outcome = type === "offer" ? offerCreated(session, sdp) : answerCreated(session, sdp);
      const created = outcome.kind === "applied" ? { type, sdp } : null;
      return seen({ call: type === "offer" ? "createOffer" : "createAnswer", created }, outcome, looked);
    }
    case "close":
      return seen({ call: "close" }, close(session), looked);
    case "operationFailed":
      return null;
  }
}

// What Web IDL makes of the argument; a mistake is one here, too.
function plain({ converted }: Argument): unknown {
  return converted === null ? undefined : converted === "mistake" ? 5 : converted;
}

function createdBy(session: Session, type: "offer" | "answer"): { readonly session: Session; readonly sdp: string } {
  const sdp = `the ${type} of ${session.signalingState}`;
  const created = type === "offer" ? offerCreated : answerCreated;
  return { session: created(session, sdp).session, sdp };
}

function seen(called: Pick<Observation, "call" | "description" | "created">, outcome: Outcome, looked: Looked) {
  const { session } = outcome;
  const before = outcome.kind === "create" ? [] : (outcome.rolledBack?.effects ?? []);
  const effects = [...before, ...outcome.effects];
  const events = effects.flatMap((effect) => (effect.type === "signalingstatechange" ? [effect.signalingState] : []));
  const observation: Observation = {
    ...called,
    ...(outcome.kind === "rejected"
      ? { outcome: "rejected", error: errorOf(outcome.rejection) }
      : { outcome: "applied" }),
    signalingState: session.signalingState,
    ...(looked.slots ? { slots: slotsOf(session) } : {}),
    ...(looked.events ? { events } : {}),
  };
  return { session, observation };
}

function errorOf(rejection: Rejection): ObservedError {
  const { name, message, errorDetail = null, sdpLineNumber = null } = toException(rejection) as Error & ObservedError;
  return { name, message, errorDetail, sdpLineNumber };
}

function slotsOf(session: Session): NonNullable<Observation["slots"]> {
  const { pendingLocalDescription, currentLocalDescription, pendingRemoteDescription, currentRemoteDescription } =
    session;
  return { pendingLocalDescription, currentLocalDescription, pendingRemoteDescription, currentRemoteDescription };
}
