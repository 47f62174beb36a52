import type { Connection } from "../../../connection/connection.ts";
import type { MethodCall } from "../../../connection/input.ts";
import type { ObservedError } from "../../../oracle/evidence/plain-data.ts";
import { type PeerConnectionLike, signalingStateOf, thrownError } from "../../peer-connection.ts";
import { quieted } from "../../thenable.ts";
import { afterReactions } from "../../timing.ts";
import type { Abilities } from "./abilities.ts";
import type { CallUnderWay } from "./call-under-way.ts";
import type { SeenDifference } from "./findings/finding.ts";
import { lookFindings } from "./findings/look-findings.ts";
import { lateSettlementFinding, outcomeFinding, outOfTurnFinding } from "./findings/outcome-findings.ts";
import { hearEvents, hearSettlement } from "./hear-events.ts";
import { HeardEvents } from "./heard-events.ts";
import { type EndOfCall, endShownBySettlement } from "./model/end-of-work.ts";
import { type DueEffect, type DueSettlement, isSettlement, Model, type Returned } from "./model/model.ts";
import { Negotiations } from "./negotiations.ts";

/** A peer connection, with the connection that it must be beside it: what is seen of the one drives the other. */
export class FollowedConnection {
  readonly pc: PeerConnectionLike;
  readonly abilities: Abilities;
  readonly model: Model;
  /** Is the model somewhere else than the implementation? Then nothing more can be compared. */
  isLost = false;
  /** How many events and settlements were heard. */
  heard = 0;
  private readonly negotiations: Negotiations;
  /** The calls whose settlement was seen, and that are still in the chain. */
  private readonly reacting: number[] = [];
  private readonly open = new Map<number, CallUnderWay>();
  private readonly events: HeardEvents;
  private readonly report: (finding: SeenDifference) => void;
  private readonly unhear: readonly (() => void)[];

  constructor(
    pc: PeerConnectionLike,
    abilities: Abilities,
    connection: Connection,
    report: (finding: SeenDifference) => void,
  ) {
    this.pc = pc;
    this.abilities = abilities;
    this.model = new Model(connection, abilities);
    this.negotiations = new Negotiations(this.model);
    this.events = new HeardEvents(this.model, pc);
    this.report = report;
    const hear = (name: string, heard: (event: unknown) => void) => hearEvents(pc, name, heard);
    const { track, negotiationneeded } = abilities;
    this.unhear = [
      hear("signalingstatechange", () => this.hearEvent("signalingstatechange", signalingStateOf(pc))),
      ...(track ? [hear("track", (event) => this.hearEvent("track", event))] : []),
      ...(negotiationneeded ? [hear("negotiationneeded", () => this.hearNegotiationNeeded())] : []),
    ];
  }

  /** Hears nothing more. */
  leave(): void {
    this.isLost = true;
    for (const end of this.unhear) end();
  }

  /** Makes a call that returns or throws. Gives its error, or null. */
  callNow(
    call: CallUnderWay,
    method: MethodCall,
    make: () => unknown,
    isReturned: (value: unknown, id: number) => boolean,
  ) {
    const returned = this.model.take({ type: "call", call: call.id, ...method });
    let error: ObservedError | null = null;
    let value: unknown;
    try {
      value = quieted(make());
    } catch (reason) {
      error = thrownError(reason);
    }
    call.settlement = { outcome: error === null ? "applied" : "rejected", error, value: null };
    if (method.method === "close") this.overtake();
    this.judge(call, returned, error);
    if (
      error === null &&
      returned?.type === "return" &&
      returned.value !== null &&
      !isReturned(value, returned.value)
    ) {
      const { exercised: provision } = this.model;
      const [expected, observed] = [`that of transceiver ${returned.value}`, "another object"];
      this.find({ kind: "wrong-value", provision, cause: "wrong-return-value", what: call.code, expected, observed });
    }
    this.look();
  }

  /** Makes a call that gives a promise. */
  callLater(call: CallUnderWay, method: MethodCall, make: () => unknown): void {
    this.open.set(call.id, call);
    this.model.take({ type: "call", call: call.id, ...method });
    const settled = (settlement: EndOfCall) => {
      call.settlement = settlement;
      this.heard += 1;
      if (!this.isLost) this.settle(call, settlement);
      this.open.delete(call.id);
      call.ended();
    };
    hearSettlement(
      make,
      (value) => settled({ outcome: "applied", error: null, value }),
      (reason) => settled({ outcome: "rejected", error: thrownError(reason), value: null }),
    );
  }

  /** Is nothing to come any more, as far as the specification says? What is due is named in `missing`. */
  get isAtRest(): boolean {
    this.model.runTasks();
    const isDue = this.model.due.length + this.events.overdue + this.negotiations.missing > 0;
    return this.isLost || (!isDue && !this.waits);
  }

  /** Is a call under way that has to settle? */
  get waits(): boolean {
    return !this.isLost && [...this.open.values()].some(({ overtaken }) => !overtaken);
  }

  /** Finds what should have come by now, and has not. */
  findMissing(): void {
    if (this.isLost) return;
    const open = [...this.open.values()].filter(({ overtaken }) => !overtaken);
    for (const { code, id } of open) {
      const provision = this.model.turn(id)?.provision ?? "operations-chain";
      const [expected, observed] = ["a settlement", "none"];
      this.find({ kind: "unsettled", provision, cause: "never-settled", what: code, expected, observed }, true);
    }
    for (const finding of this.events.atRest()) this.find(finding);
    this.findAll(this.negotiations.atRest());
  }

  /** Compares what can be seen at this moment. */
  look(): void {
    if (this.isLost) return;
    for (const finding of lookFindings(this.pc, this.abilities, this.model)) this.find(finding);
  }

  /** Compares what can be seen at rest: what is otherwise then stays so, and the model is lost. */
  lookAtRest(): void {
    if (this.isLost) return;
    for (const finding of lookFindings(this.pc, this.abilities, this.model)) this.find(finding, true);
  }

  // Where the flag is not what it must be, what comes later is wrong for that reason.
  private findAll(findings: readonly SeenDifference[]): void {
    for (const finding of findings) this.find(finding, finding.cause !== "negotiationneeded-while-busy");
  }

  private find(finding: SeenDifference, isLost = false): void {
    this.report(finding);
    if (isLost) this.isLost = true;
  }

  // What close() finds in the chain never settles; what was refused before it came there still does. A promise of the chain is
  // settled in a reaction to that of its operation, so that what was refused there in the same task may still be overtaken.
  private overtake(): void {
    const refusals = this.model.due.filter((effect) => effect.type === "reject").map(({ call }) => call);
    for (const call of this.open.values()) {
      const isChained = this.model.turn(call.id) !== undefined;
      call.overtaken ||= isChained || !refusals.includes(call.id);
    }
    this.events.forget(({ call }) => this.model.turn(call) !== undefined);
  }

  // The application's own reactions run first, unless the promise was settled before it could add them.
  private react(): void {
    for (const call of this.reacting.splice(0)) this.model.react(call);
  }

  private settle(call: CallUnderWay, settlement: EndOfCall): void {
    const isOwn = (effect: DueEffect): effect is DueSettlement => isSettlement(effect) && effect.call === call.id;
    let isFailed = false;
    this.react();
    if (!call.overtaken) {
      this.model.advance(
        () => this.model.due.some(isOwn),
        () => {
          if (this.model.operation?.call !== call.id) return null;
          isFailed = settlement.outcome === "rejected";
          const end = endShownBySettlement(this.model, settlement, this.pc);
          // What setLocalDescription() has created, an object without slots does not show.
          if (end === null) this.isLost = true;
          return end;
        },
      );
    }
    if (this.isLost) return;
    const effect = this.model.due.find(isOwn);
    if (effect === undefined) {
      this.findOutOfTurn(call);
      return;
    }
    this.events.endBefore(effect);
    this.judge(call, isFailed ? null : effect, settlement.error);
    this.look();
    this.reacting.push(call.id);
    afterReactions(() => this.react());
  }

  private findOutOfTurn({ code, overtaken, id }: CallUnderWay): void {
    if (this.events.wasDue(id)) return;
    const call = { code, provision: this.model.turn(id)?.provision ?? "operations-chain" };
    this.find(overtaken ? lateSettlementFinding(call) : outOfTurnFinding(call), !overtaken);
  }

  // Null stands for a call that failed although it must succeed.
  private judge({ id, code }: CallUnderWay, due: Returned | DueSettlement | null, error: ObservedError | null): void {
    const call = { code, provision: this.model.turn(id)?.provision ?? this.model.exercised };
    const rejection = due?.type === "throw" || due?.type === "reject" ? due.rejection : null;
    const finding = outcomeFinding(call, rejection, error);
    // What the model did already cannot be undone, unless the failure was reported to it.
    if (finding !== null)
      this.find(finding, finding.kind === "applied" || (finding.kind === "refused" && due !== null));
  }

  private hearEvent(type: "signalingstatechange" | "track", seen: unknown): void {
    this.heard += 1;
    if (this.isLost) return;
    this.react();
    const { finding, isLost } = this.events.hear(type, seen);
    if (finding !== null) this.find(finding, isLost);
    this.isLost ||= isLost;
    this.look();
  }

  private hearNegotiationNeeded(): void {
    this.heard += 1;
    if (!this.isLost) this.findAll(this.negotiations.hear());
  }
}
