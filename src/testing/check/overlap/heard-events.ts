import { lookAt, type PeerConnectionLike } from "../../peer-connection.ts";
import {
  eventFinding,
  lateFinding,
  missingFindings,
  unexpectedFinding,
  unfilledSlotFinding,
} from "./findings/event-findings.ts";
import type { SeenDifference } from "./findings/finding.ts";
import { endShownByEvent, isSettingCreated } from "./model/end-of-work.ts";
import { type DueEffect, type DueSettlement, isSettlement, type Model } from "./model/model.ts";

/** The events of a connection beside those that are due. */
export class HeardEvents {
  private readonly model: Model;
  private readonly pc: PeerConnectionLike;
  /** Events that had to come before a settlement that was seen. */
  private readonly late: DueEffect[] = [];
  /** Settlements that were due when close() came. */
  private readonly forgotten: DueEffect[] = [];
  /** The states in events that fired before the description was in its slot that was created for them. */
  private readonly unexplained: string[] = [];

  constructor(model: Model, pc: PeerConnectionLike) {
    this.model = model;
    this.pc = pc;
  }

  /** How many had to come before, and may still come. */
  get overdue(): number {
    return this.late.length;
  }

  /** Hears one: what is wrong with it, and whether the model can go on then. */
  hear(type: "signalingstatechange" | "track", seen: unknown): { finding: SeenDifference | null; isLost: boolean } {
    const { model, pc } = this;
    model.advance(
      () => model.due.some(isEvent),
      () => endShownByEvent(model, pc),
    );
    const place = model.due.findIndex(isEvent);
    const due = model.due[place];
    if (due === undefined) return this.hearUndue(type, seen);
    model.due.splice(place, 1);
    const finding = eventFinding(due, type, seen, model, pc);
    return { finding, isLost: finding !== null && finding.kind !== "wrong-streams" };
  }

  /** A settlement was seen: what is due before it has not come in time. */
  endBefore(settlement: DueSettlement): void {
    const { due } = this.model;
    const before = due.splice(0, due.indexOf(settlement) + 1);
    // What was refused before it came into the chain has no order.
    due.unshift(...before.filter((one) => isSettlement(one) && one !== settlement));
    this.late.push(...before.filter((one) => isEvent(one) && !this.wasHeardBefore(one)));
  }

  /** Those settlements are due no more. */
  forget(isForgotten: (settlement: DueSettlement) => boolean): void {
    const { due } = this.model;
    const left = due.filter((one) => !isSettlement(one) || !isForgotten(one));
    this.forgotten.push(...due.filter((one) => !left.includes(one)));
    due.splice(0, due.length, ...left);
  }

  /** Was its settlement due, before it was forgotten? */
  wasDue(call: unknown): boolean {
    return this.forgotten.some((one) => isSettlement(one) && one.call === call);
  }

  /** What has not come at all. */
  atRest(): readonly SeenDifference[] {
    const { due, exercised } = this.model;
    const missing = [...this.late.splice(0), ...due.splice(0).filter(isEvent)];
    return missingFindings(missing, exercised);
  }

  private hearUndue(type: "signalingstatechange" | "track", seen: unknown): ReturnType<HeardEvents["hear"]> {
    const late = this.late.findIndex((one) => one.type === type);
    const [overdue] = late < 0 ? [] : this.late.splice(late, 1);
    if (overdue !== undefined) return { finding: lateFinding(overdue, this.model.exercised), isLost: false };
    if (!isSettingCreated(this.model)) return { finding: unexpectedFinding(type, seen, this.model), isLost: true };
    if (lookAt(this.pc, false).slots.pendingLocalDescription === undefined) return { finding: null, isLost: true };
    this.unexplained.push(String(seen));
    return { finding: unfilledSlotFinding(this.model), isLost: false };
  }

  // An event whose description was not to be seen yet when it fired.
  private wasHeardBefore(due: DueEffect): boolean {
    const place = due.type === "signalingstatechange" ? this.unexplained.indexOf(due.signalingState) : -1;
    if (place >= 0) this.unexplained.splice(place, 1);
    return place >= 0;
  }
}

function isEvent(effect: DueEffect): boolean {
  return !isSettlement(effect);
}
