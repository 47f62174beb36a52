import { rejectionCodes } from "../../src/entries/index.ts";
import { sdpRules } from "../../src/entries/sdp.ts";
import { described, listOf, objectOf, oneOf, orNull, type Schema, string, the, wholeNumber } from "./schema-parts.ts";

const named = (name: string, what: string): Schema => described(what, { const: name });
const expected = described(
  "What must come of it. Without it the call only leads up to those that follow: it is applied.",
  the("expected"),
);
const created = described('The SDP created, "" to discard what was. Any other JSON value is a mistake.', {});
const argument = described("The argument. Without this member the method is called without one.", the("argument"));
const session = described(
  "What the session remembers after the call. Without this member: exactly what it remembered before.",
  the("session"),
);
const effects = described("What the call makes the stack do, in this order.", listOf(the("effect")));

const place = {
  mLineIndex: described(
    "The index of the media section at fault, from 0; null where it is none.",
    orNull(wholeNumber(0)),
  ),
  mid: described("The mid of that section; null where it has none.", orNull(string)),
};

const rejectionOf = (errors: readonly string[], more: Readonly<Record<string, Schema>>): Schema =>
  objectOf(
    {
      error: described("The name of the error; an RTCError is a DOMException named OperationError.", oneOf(errors)),
      code: described("The reason.", the("rejectionCode")),
      rule: described("The id of the rule on SDP that is broken, where it is one.", the("ruleId")),
      reference: described("Where that stands: a name in the file's `references`.", string),
      ...more,
    },
    "rule",
  );

/** Calls, and what comes of them. */
export const callDefinitions: Readonly<Record<string, Schema>> = {
  argument: described("Any JSON value. In an object, `sdp` may be an edited text, which stands for a string.", {}),
  call: {
    oneOf: [
      objectOf(
        {
          call: described("The method.", oneOf(["setLocalDescription", "setRemoteDescription"])),
          description: argument,
          expected,
        },
        "description",
        "expected",
      ),
      objectOf(
        {
          call: described(
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
          call: named("operationFailed", "The stack could not apply a description that is legal."),
          side: described("The side on which it was to be set.", the("side")),
          type: described("Its type.", the("sdpType")),
          message: described("What went wrong, in the stack's words.", string),
          expected,
        },
        "expected",
      ),
      objectOf({ call: named("close", "The connection is closed."), expected }, "expected"),
    ],
  },
  expected: {
    oneOf: [
      objectOf(
        {
          kind: named("applied", "The call is applied."),
          effects,
          rolledBack: described(
            "After an implicit rollback, what the session remembered in between; null where there was none.",
            orNull(the("session")),
          ),
          session,
        },
        "session",
      ),
      objectOf(
        {
          kind: named("rejected", "The call is refused."),
          rejection: described("Why.", the("rejection")),
          effects,
          session,
        },
        "session",
      ),
      objectOf({
        kind: named("create", "The stack must create an offer or answer first, and call again."),
        type: described("What must be created.", oneOf(["offer", "answer"])),
        effects: described("None.", { const: [] }),
      }),
    ],
  },
  effect: {
    oneOf: [
      objectOf({
        type: described(
          "Early candidates may go out; or it must be found out whether negotiation is needed.",
          oneOf(["release-early-candidates", "update-negotiation-needed"]),
        ),
      }),
      objectOf({
        type: named("signalingstatechange", "The event of that name is fired."),
        signalingState: described("The state that is read while it is.", the("signalingState")),
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
        sdpLineNumber: described("The line at fault, from 1; null where it is none.", orNull(wholeNumber(1))),
      }),
    ],
  },
  rejectionCode: described("A reason for refusal.", oneOf(rejectionCodes.map(({ code }) => code))),
  ruleId: described("A rule on SDP.", oneOf(sdpRules.map(({ id }) => id))),
};
