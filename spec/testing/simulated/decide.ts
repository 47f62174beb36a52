import {
  answerCreated,
  close,
  type Outcome,
  offerCreated,
  type SdpType,
  type Session,
  type Side,
  sdpTypes,
  setLocalDescription,
  setRemoteDescription,
} from "../../../src/entries/index.ts";
import type { Call, CallName } from "./plan.ts";

/** What the core decides about a call; what has to be created for it, is. */
export function decide(call: Call, session: Session = call.before): Outcome {
  switch (call.name) {
    case "createOffer":
      return create(call, session, "offer");
    case "createAnswer":
      return create(call, session, "answer");
    case "setLocalDescription":
      return setLocal(call, session);
    case "setRemoteDescription":
      return setRemoteDescription(session, call.description);
    case "close":
      return close(session);
  }
}

function create({ maker }: Call, session: Session, type: "offer" | "answer"): Outcome {
  const created = type === "offer" ? offerCreated : answerCreated;
  const discarded = created(session, "");
  return discarded.kind === "rejected" ? discarded : created(session, maker.create(type, session));
}

function setLocal(call: Call, session: Session): Outcome {
  const { description, type } = call;
  const fresh = needsNewAnswer(call, session) ? answerCreated(session, "").session : session;
  const outcome = setLocalDescription(fresh, description);
  if (outcome.kind !== "create") return outcome;
  return setLocalDescription(create(call, fresh, type === "offer" ? "offer" : "answer").session, description);
}

// An answer that was created for another offer is not used again unless that is what the application passes.
function needsNewAnswer({ maker, description, type }: Call, session: Session): boolean {
  const answers = type === "answer" || type === "pranswer";
  return answers && !hasSdp(description) && maker.isAnswerStale(session);
}

function hasSdp(description: unknown): boolean {
  return isInit(description) && description.sdp !== "";
}

interface Init {
  readonly sdp: unknown;
  readonly type: unknown;
}

function isInit(description: unknown): description is Init {
  return typeof description === "object" && description !== null;
}

/**
 * An argument with its members read and converted, each once and at the call, as Web IDL does it; what cannot be
 * converted stays what it was, for the core to refuse.
 *
 * @see https://webidl.spec.whatwg.org/#js-dictionary
 */
export function readOnce(argument: unknown): unknown {
  if (argument === undefined || argument === null) return argument;
  if (typeof argument !== "object" && typeof argument !== "function") return argument;
  try {
    const { sdp, type } = argument as Partial<Init>;
    return { sdp: sdp === undefined ? "" : converted(sdp), type: converted(type) };
  } catch {
    return unreadable;
  }
}

// Stands for an argument that threw when it was read, and throws again.
const unreadable = {
  type: undefined,
  get sdp(): never {
    throw new Error("unreadable");
  },
};

function converted(member: unknown): unknown {
  return member === undefined || typeof member === "symbol" ? member : `${member}`;
}

/** The side that a call sets a description on. */
export function sideOf(name: CallName): Side | null {
  if (name === "setLocalDescription") return "local";
  return name === "setRemoteDescription" ? "remote" : null;
}

/** The type that a set call means. @see https://w3c.github.io/webrtc-pc/#dom-peerconnection-setlocaldescription */
export function typeOf(name: CallName, description: unknown, { signalingState }: Session): SdpType | null {
  const type = isInit(description) ? description.type : undefined;
  if (type !== undefined) return sdpTypes.find((known) => known === type) ?? null;
  if (name !== "setLocalDescription") return null;
  return ["have-remote-offer", "have-local-pranswer"].includes(signalingState) ? "answer" : "offer";
}
