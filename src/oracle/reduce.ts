import { withCall } from "./calls/open-calls.ts";
import { callClose } from "./closing.ts";
import { recordedArgument } from "./evidence/argument.ts";
import { live } from "./evidence/heard.ts";
import { stateOf } from "./evidence/plain-data.ts";
import { type Look, lookOf } from "./evidence/settled-call.ts";
import { type CallEvent, callId, createdBy, type TraceEvent } from "./evidence/trace-event.ts";
import { allUnseen } from "./expected/creations.ts";
import { resynchronise, withSlots } from "./expected/resynchronise.ts";
import { hearState } from "./hear.ts";
import { judgeSettlement } from "./judge-settlement.ts";
import { type OracleState, quiet, type Reduced } from "./state.ts";
import { turnOf } from "./turn.ts";

/** Hands an event to what is said of its kind. */
export function reduce(state: OracleState, event: TraceEvent): Reduced {
  switch (event.kind) {
    case "attached":
      return quiet(attach(state, lookOf(event.seen)));
    case "state":
      return hearState(state, stateOf(event.signalingState));
    case "call":
      return callMade(state, event);
    case "settled":
      return judgeSettlement(state, event);
  }
}

// The peer connection is followed from where it was found, whatever was before.
function attach(state: OracleState, { signalingState, slots }: Look): OracleState {
  const { creations, heard } = state;
  return {
    ...state,
    ...withSlots(resynchronise(state, signalingState), slots),
    heard: live(heard),
    creations: { ...creations, unseen: allUnseen },
  };
}

function callMade(before: OracleState, event: CallEvent): Reduced {
  // Calls that have numbers are those of a live peer connection.
  const state = event.id === undefined ? before : { ...before, heard: live(before.heard) };
  if (event.call === "close") return callClose(state, event);
  const { call, time, description } = event;
  const { open, calls } = state;
  const index = createdBy(call) === null ? calls : null;
  const argument = recordedArgument(description);
  const { turn, ahead } = turnOf(state, { call, argument });
  const made = { call, id: callId(event), index, time, argument, closing: null, turn };
  return quiet({ ...state, open: withCall(open, made), ahead, calls: index === null ? calls : calls + 1 });
}
