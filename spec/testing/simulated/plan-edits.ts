// What faults are made of: questions about a call and edits of its plan.
import {
  createSession,
  type Rejection,
  type SdpType,
  type Session,
  type SessionOptions,
  type Side,
  type SignalingState,
} from "../../../src/entries/index.ts";
import { decide } from "./decide.ts";
import { type Action, type Call, type Plan, planOf } from "./plan.ts";

/** Is it a call that sets a description of that type on that side? */
export function sets(call: Call, side: Side, type: SdpType): boolean {
  return call.side === side && call.type === type;
}

/** Is it made in one of those states? */
export function isIn(call: Call, ...states: readonly SignalingState[]): boolean {
  return states.includes(call.before.signalingState);
}

/** Does the call succeed? */
export function succeeds(plan: Plan): boolean {
  return plan.some((action) => action.do === "resolve");
}

/** The call's refusal, where it is refused. */
export function refusalOf(plan: Plan): Rejection | null {
  return plan.find((action) => action.do === "reject")?.rejection ?? null;
}

/** Does the call roll back implicitly, whether or not the offer is then accepted? */
export function rollsBackImplicitly(plan: Plan, call: Call): boolean {
  return sets(call, "remote", "offer") && isIn(call, "have-local-offer") && plan.some(isBecome);
}

/** The same plan with other sessions on the way. */
export function withSessions(plan: Plan, edit: (session: Session) => Session): Plan {
  return plan.map((action) => (isBecome(action) ? { ...action, session: edit(action.session) } : action));
}

/** The same plan without events. */
export function withoutEvents(plan: Plan): Plan {
  return plan.filter((action) => action.do !== "fire");
}

/** The same plan with one event at its end, before it settles. */
export function withEvent(plan: Plan): Plan {
  const settling = plan.findIndex((action) => action.do === "resolve" || action.do === "reject");
  const end = settling < 0 ? plan.length : settling;
  return [...plan.slice(0, end), { do: "fire" }, ...plan.slice(end)];
}

/** The same plan with another error, for refusals that have the given one. */
export function withError(plan: Plan, error: Rejection["error"], edit: (error: Error) => Error): Plan {
  return plan.map((action) =>
    action.do === "reject" && action.rejection?.error === error ? { ...action, error: edit(action.error) } : action,
  );
}

/** A refusal that changes nothing. */
export function refused(error: Error): Plan {
  return [{ do: "reject", error, rejection: null }];
}

/** A DOMException, with that message unless another error lends its own. */
export function domException(name: string, message: string | Error): DOMException {
  return new DOMException(typeof message === "string" ? message : message.message, name);
}

/** What the same call would do in another session. */
export function inSession(call: Call, changes: Partial<Session>): Plan {
  const session = { ...call.before, ...changes };
  return planOf(decide(call, session), call, session);
}

/** What the same call would do under other options; the options stay what they were. */
export function underOptions(call: Call, options: SessionOptions): Plan {
  const plan = inSession(call, { options: createSession(options).options });
  return withSessions(plan, (session) => ({ ...session, options: call.before.options }));
}

function isBecome(action: Action): action is Extract<Action, { do: "become" }> {
  return action.do === "become";
}
