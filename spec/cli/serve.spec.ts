// What `serve` answers to calls: the library's outcomes.
import { describe, expect, it } from "vitest";
import {
  answerCreated,
  close,
  createSession,
  type Outcome,
  offerCreated,
  operationFailed,
  type SdpType,
  type Session,
  type Side,
  setLocalDescription,
  setRemoteDescription,
} from "../../src/entries/index.ts";
import { client, faultOf } from "./running/serving.ts";

type Member = "description" | "sdp" | "side" | "type" | "message";
type Request = { readonly op: string } & { readonly [name in Member]?: unknown };

/** The request as the call that it stands for. */
function called(session: Session, { op, description, sdp, side, type, message }: Request): Outcome {
  switch (op) {
    case "setLocalDescription":
      return setLocalDescription(session, description);
    case "setRemoteDescription":
      return setRemoteDescription(session, description);
    case "offerCreated":
      return offerCreated(session, sdp as string);
    case "answerCreated":
      return answerCreated(session, sdp as string);
    case "operationFailed":
      return operationFailed(session, side as Side, type as SdpType, message as string);
    case "close":
      return close(session);
    default:
      throw new Error(`No call: ${op}`);
  }
}

const options = { sdp: "opaque" } as const;
const sdp = "v=0";
const offer = { type: "offer", sdp };
const answer = { type: "answer", sdp };

const situations: Readonly<Record<string, readonly Request[]>> = {
  stable: [],
  "an offer created": [{ op: "offerCreated", sdp }],
  "have-local-offer": [
    { op: "offerCreated", sdp },
    { op: "setLocalDescription", description: offer },
  ],
  "have-remote-offer": [{ op: "setRemoteDescription", description: offer }],
  closed: [{ op: "close" }],
};

const cases: readonly (readonly [situation: string, request: Request])[] = [
  ["stable", { op: "setLocalDescription" }],
  ["stable", { op: "setLocalDescription", description: null }],
  ["stable", { op: "setLocalDescription", description: 7 }],
  ["stable", { op: "setLocalDescription", description: offer }],
  ["an offer created", { op: "setLocalDescription" }],
  ["an offer created", { op: "setLocalDescription", description: { type: "offer" } }],
  ["have-local-offer", { op: "setLocalDescription", description: {} }],
  ["have-local-offer", { op: "setLocalDescription", description: { type: "rollback" } }],
  ["stable", { op: "setRemoteDescription" }],
  ["stable", { op: "setRemoteDescription", description: null }],
  ["stable", { op: "setRemoteDescription", description: [] }],
  ["stable", { op: "setRemoteDescription", description: offer }],
  ["stable", { op: "setRemoteDescription", description: answer }],
  ["have-local-offer", { op: "setRemoteDescription", description: answer }],
  ["have-local-offer", { op: "setRemoteDescription", description: offer }],
  ["stable", { op: "offerCreated", sdp: "" }],
  ["stable", { op: "offerCreated", sdp: 1 }],
  ["stable", { op: "offerCreated" }],
  ["have-remote-offer", { op: "answerCreated", sdp }],
  ["stable", { op: "answerCreated", sdp }],
  ["have-local-offer", { op: "operationFailed", side: "remote", type: "answer", message: "no memory" }],
  ["stable", { op: "operationFailed", side: "left", type: 1 }],
  ["have-remote-offer", { op: "close" }],
  ["closed", { op: "close" }],
  ["closed", { op: "setRemoteDescription", description: offer }],
];

/** A client whose session "a" is in that situation, and the library's session in the same. */
function inSituation(situation: string) {
  const requests = situations[situation] ?? [];
  const ask = client();
  for (const request of [{ op: "create", options }, ...requests]) {
    expect(faultOf(ask({ session: "a", ...request }))).toBeUndefined();
  }
  return { ask, session: requests.reduce((last, request) => called(last, request).session, createSession(options)) };
}

const asJson = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value));

describe("serve: the outcome of a call is the library's", () => {
  it.each(cases)("%s: %j", (situation, request) => {
    const { ask, session } = inSituation(situation);
    const outcome = called(session, request);
    expect(ask({ id: 1, session: "a", ...request })).toEqual({ id: 1, outcome: asJson(outcome) });
    // And what became of the session is what the next call is made on.
    const next = { op: "setRemoteDescription", description: offer };
    expect(ask({ session: "a", ...next })).toEqual({ id: null, outcome: asJson(called(outcome.session, next)) });
  });

  it.each(cases)("brief leaves the sessions out; %s: %j", (situation, request) => {
    const { ask, session } = inSituation(situation);
    const { session: _, ...outcome } = asJson(called(session, request));
    const implicit = "rolledBack" in outcome ? outcome.rolledBack : null;
    const rolledBack = implicit === null ? {} : { rolledBack: { effects: implicit.effects } };
    expect(ask({ id: 1, session: "a", brief: true, ...request })).toEqual({
      id: 1,
      outcome: { ...outcome, ...rolledBack },
    });
  });

  it("those cases have every kind of outcome, and an implicit rollback", () => {
    const outcomes = cases.map(([situation, request]) => called(inSituation(situation).session, request));
    expect(new Set(outcomes.map(({ kind }) => kind))).toEqual(new Set(["applied", "rejected", "create"]));
    expect(outcomes.some((outcome) => outcome.kind === "applied" && outcome.rolledBack !== null)).toBe(true);
  });

  it("only true is brief", () => {
    const { ask } = inSituation("stable");
    for (const brief of [false, "true", 1, null]) {
      expect(ask({ op: "close", session: "a", brief })).toHaveProperty("outcome.session");
    }
  });

  it("SDP is judged, unless the session is opaque", () => {
    const ask = client();
    ask({ op: "create", session: "validating" });
    ask({ op: "create", session: "opaque", options });
    const request = { op: "setRemoteDescription", description: { type: "offer", sdp: "v=1" } };
    expect(ask({ ...request, session: "validating" })).toHaveProperty("outcome.rejection.sdpLineNumber", 1);
    expect(ask({ ...request, session: "opaque" })).toHaveProperty("outcome.kind", "applied");
  });

  it("sessions do not touch each other", () => {
    const { ask } = inSituation("have-local-offer");
    ask({ op: "create", session: "b", options });
    ask({ op: "close", session: "a" });
    expect(ask({ op: "close", session: "b" })).toHaveProperty("outcome.session.pendingLocalDescription", null);
    expect(ask({ op: "offerCreated", session: "a", sdp })).toHaveProperty(
      "outcome.rejection.code",
      "connection-closed",
    );
  });
});
