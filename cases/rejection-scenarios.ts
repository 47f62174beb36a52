// For every rejection code, calls that end in it. A code without a scenario fails traceability.spec.ts, so whoever
// adds a code adds its scenario here.
import {
  createSession,
  type Outcome,
  operationFailed,
  type Rejection,
  type SessionOptions,
  setLocalDescription,
  setRemoteDescription,
} from "../src/entries/index.ts";
import { perform, sessionAfter } from "./calls.ts";
import { throwingProxy } from "./junk.ts";
import { alice, balanced } from "./sdp/given/descriptions.ts";

/** Calls that are applied, and a last one that is refused with that code and error. */
export interface Scenario {
  readonly code: string;
  readonly error: Rejection["error"];
  readonly options: SessionOptions;
  readonly before: readonly string[];
  readonly refused: string | ((session: ReturnType<typeof createSession>) => Outcome);
}

const opaque: SessionOptions = { sdp: "opaque" };
const rfc9429: SessionOptions = { sdp: "opaque", profile: "rfc9429" };

function scenario(
  code: string,
  error: Rejection["error"],
  before: readonly string[],
  refused: Scenario["refused"],
  options: SessionOptions = opaque,
): Scenario {
  return { code, error, options, before, refused };
}

const realOffer = balanced(alice, "actpass");

function remoteOffer(sdp: string): Scenario["refused"] {
  return (session) => setRemoteDescription(session, { type: "offer", sdp });
}

/** At least one for each code. */
export const scenarios: readonly Scenario[] = [
  scenario("description-missing", "TypeError", [], "remote"),
  scenario("description-missing", "TypeError", ["close"], (session) => setRemoteDescription(session, null)),
  scenario("description-not-an-object", "TypeError", [], (session) => setLocalDescription(session, "offer")),
  scenario("description-not-an-object", "TypeError", [], (session) => setRemoteDescription(session, 5)),
  scenario("description-unreadable", "TypeError", [], (session) => setRemoteDescription(session, throwingProxy())),
  scenario("sdp-not-a-string", "TypeError", [], (session) => setLocalDescription(session, { sdp: Symbol("v=0") })),
  scenario("type-missing", "TypeError", [], (session) => setRemoteDescription(session, { sdp: "v=0" })),
  scenario("type-not-a-string", "TypeError", [], (session) => setLocalDescription(session, { type: Symbol("offer") })),
  scenario("type-unknown", "TypeError", [], "local bye"),
  scenario("type-unknown", "TypeError", ["remote offer RO"], "remote OFFER RO"),
  scenario("created-sdp-not-a-string", "TypeError", [], (session) =>
    perform(session, { type: "offerCreated", sdp: 5 as unknown as string }),
  ),
  scenario("connection-closed", "InvalidStateError", ["close"], "local"),
  scenario("connection-closed", "InvalidStateError", ["close"], "remote offer RO"),
  scenario("connection-closed", "InvalidStateError", ["close"], "answer created LA"),
  scenario("local-description-modified", "InvalidModificationError", [], "local offer munged"),
  scenario("local-description-modified", "InvalidModificationError", ["offer created LO"], "local offer munged"),
  scenario("local-description-modified", "InvalidModificationError", ["remote offer RO"], "local answer X", rfc9429),
  scenario("create-offer-in-wrong-state", "InvalidStateError", ["remote offer RO"], "offer created LO"),
  scenario("create-offer-in-wrong-state", "InvalidStateError", ["remote offer RO"], "local offer"),
  scenario("create-answer-in-wrong-state", "InvalidStateError", [], "answer created LA"),
  scenario("create-answer-in-wrong-state", "InvalidStateError", [], "local answer"),
  scenario("offer-in-wrong-state", "InvalidStateError", ["offer created LO", "remote offer RO"], "local offer LO"),
  scenario("offer-in-wrong-state", "InvalidStateError", ["offer created LO", "local"], "remote offer RO", rfc9429),
  scenario("pranswer-in-wrong-state", "InvalidStateError", [], "remote pranswer RP"),
  scenario("pranswer-in-wrong-state", "InvalidStateError", [], "local pranswer X", rfc9429),
  scenario("answer-in-wrong-state", "InvalidStateError", [], "remote answer RA"),
  scenario("answer-in-wrong-state", "InvalidStateError", ["offer created LO", "local"], "local answer X", rfc9429),
  scenario("rollback-in-wrong-state", "InvalidStateError", [], "local rollback"),
  scenario("rollback-in-wrong-state", "InvalidStateError", [], "remote rollback", rfc9429),
  scenario(
    "rollback-from-pranswer",
    "InvalidStateError",
    ["offer created LO", "local", "remote pranswer RP"],
    "remote rollback",
  ),
  scenario("sdp-too-long", "OperationError", [], remoteOffer(realOffer), { maxSdpLength: realOffer.length - 1 }),
  scenario("sdp-too-long", "OperationError", [], remoteOffer("v".repeat(1_048_577)), {}),
  scenario("sdp-syntax-error", "RTCError", [], remoteOffer("Invalid SDP"), {}),
  scenario("sdp-syntax-error", "RTCError", [], remoteOffer(realOffer.replace("t=0 0", "t=0")), {}),
  scenario("sdp-not-acceptable", "InvalidAccessError", [], remoteOffer(realOffer.replace("a=rtcp-mux\r\n", "")), {}),
  scenario("sdp-not-acceptable", "InvalidAccessError", [], remoteOffer(realOffer.replace("a=mid:2", "a=mid:0")), {}),
  scenario("operation-failed", "OperationError", [], (session) =>
    operationFailed(session, "remote", "offer", "no port left"),
  ),
];

/** Performs a scenario; the outcome of its last call. */
export function play({ options, before, refused }: Scenario): Outcome {
  const session = sessionAfter(createSession(options), ...before);
  return typeof refused === "string" ? perform(session, refused) : refused(session);
}
