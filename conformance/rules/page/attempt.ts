import type { Breach } from "../breach.ts";
import { type Edit, NotWritten } from "../sdp-edit.ts";
import { type Slots, setDescription, slotsOf } from "./slots.ts";
import { type Stage, stageOf } from "./stage.ts";

/** What a call was rejected with. */
export interface Failure {
  readonly error: string;
  readonly message: string;
}

/** What a browser did with a description. */
export type Outcome = { readonly kind: "accepted" } | ({ readonly kind: "refused" } & Failure);

/** Why nothing was set: the description did not come to be, or not the state that it would be set in. */
export interface Unreached extends Failure {
  readonly kind: "unreached";
}

/** A description as it was set, what it was set on, and what became of it. */
export interface Attempt {
  readonly side: Stage["side"];
  readonly description: Stage["description"];
  /** The text of the description as it was made. */
  readonly unedited: string;
  readonly slots: Slots;
  readonly outcome: Outcome;
  /** What the browser's own answer to an accepted offer failed with. */
  readonly afterwards: Failure | null;
}

/** What came of setting a breach. */
export type AttemptReport = Attempt | Unreached;

/** Whether a description was set at all. */
export function isAttempt(report: AttemptReport): report is Attempt {
  return "outcome" in report;
}

const patience = 8000;

/** Sets the breach's description, edited in that way, on a peer connection of its own. */
export async function attempt(breach: Breach, edit: Edit): Promise<AttemptReport> {
  let stage: Stage;
  try {
    stage = await inTime(stageOf(breach));
  } catch (error) {
    return { kind: "unreached", ...failureOf(error) };
  }
  try {
    return await set(stage, edit);
  } catch (error) {
    if (error instanceof NotWritten) return { kind: "unreached", ...failureOf(error) };
    throw error;
  } finally {
    stage.close();
  }
}

async function set({ pc, side, description, context }: Stage, edit: Edit): Promise<Attempt> {
  const edited = { type: description.type, sdp: edit(description.sdp, context) };
  const slots = slotsOf(pc);
  const outcome = await settled(setDescription(pc, side, edited));
  const answers = outcome.kind === "accepted" && side === "remote" && edited.type === "offer";
  const answered = answers ? await settled(ownAnswer(pc)) : null;
  const afterwards = answered?.kind === "refused" ? answered : null;
  return { side, description: edited, unedited: description.sdp, slots, outcome, afterwards };
}

async function ownAnswer(pc: RTCPeerConnection): Promise<void> {
  await pc.setLocalDescription(await pc.createAnswer());
}

async function settled(call: Promise<void>): Promise<Outcome> {
  try {
    await inTime(call);
    return { kind: "accepted" };
  } catch (error) {
    return { kind: "refused", ...failureOf(error) };
  }
}

function inTime<Value>(promise: Promise<Value>): Promise<Value> {
  const late = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new DOMException("a call did not settle", "TimeoutError")), patience);
  });
  return Promise.race([promise, late]);
}

function failureOf(error: unknown): Failure {
  const { name, message } = error instanceof Error || error instanceof DOMException ? error : new Error(String(error));
  return { error: name, message };
}
