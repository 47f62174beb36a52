// How each call is made: of the functions, of the model, and as an event of the machine.
import {
  createSession,
  type Call as MethodCall,
  type Outcome,
  type Session,
  type SessionOptions,
  step,
} from "../../src/entries/index.ts";
import type { SignalingEvent } from "../../src/entries/machine.ts";
import type { Call } from "../arbitraries/arbitraries.ts";
import type { PeerConnectionModel, Prediction } from "./model.ts";

/** Makes the call of the functions. */
export function perform(session: Session, call: Call): Outcome {
  return step(session, methodCall(call));
}

function methodCall(call: Call): MethodCall {
  switch (call.call) {
    case "setLocalDescription":
    case "setRemoteDescription":
      return { method: call.call, description: call.argument.make() };
    case "offerCreated":
    case "answerCreated":
      return { method: call.call, sdp: call.sdp.make() as string };
    case "operationFailed":
      return { ...call, method: call.call };
    case "close":
      return { method: call.call };
  }
}

/** Makes the call of the model, which is changed by it. */
export function predict(model: PeerConnectionModel, call: Call): Prediction {
  switch (call.call) {
    case "setLocalDescription":
      return model.setLocalDescription(call.argument.converted);
    case "setRemoteDescription":
      return model.setRemoteDescription(call.argument.converted);
    case "offerCreated":
      return model.created("offer", call.sdp.string);
    case "answerCreated":
      return model.created("answer", call.sdp.string);
    case "operationFailed":
      return model.operationFailed();
    case "close":
      return model.close();
  }
}

/** The call as an event of the machine; null where the machine has none. */
export function eventOf(call: Call): SignalingEvent | null {
  const made = methodCall(call);
  if (made.method === "operationFailed") return null;
  const { method: type, ...members } = made;
  return { type, ...members } as SignalingEvent;
}

/** A call as a line of a report. */
export function describeCall(call: Call): string {
  switch (call.call) {
    case "setLocalDescription":
    case "setRemoteDescription":
      return `${call.call}(${call.argument.name})`;
    case "offerCreated":
    case "answerCreated":
      return `${call.call}(${call.sdp.name})`;
    case "operationFailed":
      return `operationFailed(${call.side}, ${call.type})`;
    case "close":
      return "close()";
  }
}

/** One call that was made: the session before, and what came of it. */
export interface Step {
  readonly before: Session;
  readonly call: Call;
  readonly outcome: Outcome;
}

/** Makes the calls one after another, of a new session. */
export function play(options: SessionOptions, calls: readonly Call[]): Step[] {
  let session = createSession(options);
  return calls.map((call) => {
    const made = { before: session, call, outcome: perform(session, call) };
    session = made.outcome.session;
    return made;
  });
}

/** The session after all the calls. */
export function sessionAfter(options: SessionOptions, calls: readonly Call[]): Session {
  return play(options, calls).at(-1)?.outcome.session ?? createSession(options);
}
