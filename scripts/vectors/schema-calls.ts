import { rejectionCodes } from "../../src/entries/index.ts";
import { sdpRules } from "../../src/entries/sdp.ts";
import { described, listOf, objectOf, oneOf, orNull, type Schema, string, the, wholeNumber } from "./schema-parts.ts";

const named = (name: string, what: string): Schema => described(what, { const: name });
const expected = described(
  "What the call must do. Without this member the call must be applied, and only leads up to the calls that follow.",
  the("expected"),
);
const created = described('The SDP created; "" discards it. Any JSON value that is not a string is a mistake.', {});
const argument = described("The argument. Without this member the method has no argument.", the("argument"));
const session = described(
  "What the session remembers after the call. Without this member, exactly what it remembered before the call.",
  the("session"),
);
const effects = described("What the stack must do because of the call, in this order.", listOf(the("effect")));
const rolledBack = described(
  "The implicit rollback that came before the description was set. It stands even where the call is refused. Without this member, no rollback came before.",
  the("rolledBack"),
);

const place = {
  mLineIndex: described(
    "The index of the media section at fault, from 0; null where no section is at fault.",
    orNull(wholeNumber(0)),
  ),
  mid: described("The mid of that section; null where it has no mid.", orNull(string)),
};

const rejectionOf = (errors: readonly string[], more: Readonly<Record<string, Schema>>): Schema =>
  objectOf(
    {
      error: described("The name of the error; an RTCError is a DOMException named OperationError.", oneOf(errors)),
      code: described("The reason.", the("rejectionCode")),
      rule: described("The id of the broken rule on SDP, if it is one.", the("ruleId")),
      reference: described("The place in a specification: a name in the file's `references`.", string),
      ...more,
    },
    "rule",
  );

/** Calls, and what they must do. */
export const callDefinitions: Readonly<Record<string, Schema>> = {
  argument: described("Any JSON value. In an object, `sdp` may be an edited text, which stands for a string.", {}),
  call: {
    oneOf: [
      objectOf(
        {
          method: described("The method.", oneOf(["setLocalDescription", "setRemoteDescription"])),
          description: argument,
          expected,
        },
        "description",
        "expected",
      ),
      objectOf(
        {
          method: described(
            "The stack's createOffer() or createAnswer() gave this SDP.",
            oneOf(["offerCreated", "answerCreated"]),
          ),
          sdp: created,
          expected,
        },
        "expected",
      ),
      objectOf(
        {
          method: named("operationFailed", "The stack could not apply a legal description."),
          side: described("The side on which it should have been set.", the("side")),
          type: described("Its type.", the("sdpType")),
          message: described("What went wrong, in the stack's words.", string),
          expected,
        },
        "expected",
      ),
      objectOf({ method: named("close", "The connection is closed."), expected }, "expected"),
    ],
  },
  expected: {
    oneOf: [
      objectOf(
        {
          kind: named("applied", "The call is applied."),
          effects,
          rolledBack,
          description: described(
            'What was set: the type inferred and the created SDP filled in, and "" for the SDP of a rollback. Null where the call sets nothing.',
            orNull(the("appliedDescription")),
          ),
          session,
        },
        "rolledBack",
        "session",
      ),
      objectOf(
        {
          kind: named("rejected", "The call is refused."),
          rejection: described("Why.", the("rejection")),
          rolledBack,
          session,
        },
        "rolledBack",
        "session",
      ),
      objectOf({
        kind: named("create", "The stack must create an offer or answer first, and call again."),
        type: described("What must be created.", oneOf(["offer", "answer"])),
      }),
    ],
  },
  rolledBack: objectOf({
    session: described("What the session remembers between the rollback and the offer.", the("session")),
    effects: described("What the stack must do while that session stands, in this order.", listOf(the("effect"))),
  }),
  appliedDescription: objectOf({
    type: described("Its type.", the("sdpType")),
    sdp: described("Its SDP.", the("sdpText")),
  }),
  effect: {
    oneOf: [
      objectOf({
        type: described(
          "Candidates gathered early are released; or whether negotiation is needed is checked.",
          oneOf(["release-early-candidates", "update-negotiation-needed"]),
        ),
      }),
      objectOf({
        type: named("signalingstatechange", "The event signalingstatechange is fired."),
        signalingState: described("The signaling state while the event is fired.", the("signalingState")),
      }),
    ],
  },
  rejection: {
    oneOf: [
      rejectionOf(["TypeError", "InvalidStateError", "InvalidModificationError", "OperationError"], {}),
      rejectionOf(["RTCError"], {
        errorDetail: described("The member of that name.", { const: "sdp-syntax-error" }),
        sdpLineNumber: described("The first line that is wrong, from 1.", wholeNumber(1)),
      }),
      rejectionOf(["InvalidAccessError"], {
        ...place,
        sdpLineNumber: described("The line at fault, from 1; null where no line is at fault.", orNull(wholeNumber(1))),
      }),
    ],
  },
  rejectionCode: described("A reason for refusal.", oneOf(rejectionCodes.map(({ code }) => code))),
  ruleId: described("A rule on SDP.", oneOf(sdpRules.map(({ id }) => id))),
};
