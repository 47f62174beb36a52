import { returnsPromise } from "../../../connection/calls/methods.ts";
import type { Connection } from "../../../connection/connection.ts";
import type { MethodCall } from "../../../connection/input.ts";
import { listedItems } from "../../../connection/structure/list.ts";
import { lostLine, stableState } from "../../../exploration/properties/stable-state.ts";
import type { SettlingEffect } from "../../../fake/driver/driver.ts";
import type { ConnectionLog } from "../../../fake/world/trace-recorder.ts";
import type { CodePropertyName } from "../property.ts";

/** Who hears what happens in a turn. */
export interface TurnNotes {
  note(text: string): void;
  /** A method that creates or sets a description is called. */
  describes(method: string): void;
  see(sight: string): void;
  violate(property: CodePropertyName, message: string): void;
}

const describingCalls: readonly string[] = [
  "createOffer",
  "createAnswer",
  "setLocalDescription",
  "setRemoteDescription",
];

/** Watches one connection: its calls, how they end, and what its model holds. */
export class ConnectionWatch {
  connection: Connection | null = null;
  readonly log: ConnectionLog;
  readonly #notes: TurnNotes;
  readonly #name: string;
  readonly #open = new Map<number, MethodCall>();
  /** What a rollback has to restore; null in stable. */
  #stable: string | null = null;
  #restarted = false;

  /** @param also a log that hears of it as well */
  constructor(name: string, notes: TurnNotes, also: ConnectionLog | null) {
    this.#name = name;
    this.#notes = notes;
    this.log = {
      stateChanged: (state) => {
        notes.note(state);
        also?.stateChanged(state);
      },
      called: (call, method) => {
        this.#called(call, method);
        also?.called(call, method);
      },
      settled: (call, end, connection) => {
        this.#settled(call, end, connection);
        also?.settled(call, end, connection);
      },
    };
  }

  get isClosed(): boolean {
    return this.connection?.session.signalingState === "closed";
  }

  /** Its own offer is made, or under way. */
  get isOffering(): boolean {
    const offers = ({ method }: MethodCall) => method === "createOffer" || method === "setLocalDescription";
    const state = this.connection?.session.signalingState ?? "stable";
    return state === "have-local-offer" || (state === "stable" && [...this.#open.values()].some(offers));
  }

  /** The calls whose promises are pending. */
  get pending(): readonly string[] {
    return this.isClosed ? [] : [...this.#open.values()].map(({ method }) => method);
  }

  /** An offer has arrived. */
  offerArrives(): void {
    if (!this.isOffering) return;
    this.#notes.see("glare");
    if (this.#restarted) this.#notes.see("ICE restart inside a glare");
  }

  changed(connection: Connection): void {
    const before = this.connection;
    this.connection = connection;
    const from = before?.session.signalingState ?? "stable";
    const to = connection.session.signalingState;
    if (from === to || to === "closed") return;
    if (from === "stable") this.#stable = before === null ? null : stableState(before, false);
    if (to !== "stable") return;
    const isRollback = before?.session.currentLocalDescription === connection.session.currentLocalDescription;
    if (isRollback) this.#rolledBack(connection);
    if (hasRejectedSection(connection)) this.#notes.see("rejected m= section");
    this.#stable = null;
    if (!isRollback) this.#restarted = false;
  }

  #rolledBack(connection: Connection) {
    const sets = [...this.#open.values()].some(({ method }) => method === "setRemoteDescription");
    if (sets) this.#notes.see("implicit rollback");
    const lost = this.#stable === null ? null : lostLine(this.#stable, connection, false);
    if (lost !== null) this.#notes.violate("rollback-restores", `${this.#name} has lost ${lost}`);
  }

  #called(call: number, method: MethodCall): void {
    if (method.method === "close" && this.#open.size > 0) this.#notes.see("close with calls under way");
    if (method.method === "restartIce") this.#restarted = true;
    this.#notes.note(`${method.method}(${descriptionType(method)})`);
    if (describingCalls.includes(method.method)) this.#notes.describes(method.method);
    if (returnsPromise(method.method)) this.#open.set(call, method);
  }

  #settled(call: number, end: SettlingEffect, { session }: Connection): void {
    if (end.type === "return") return;
    const method = this.#open.get(call);
    if (end.type === "throw") {
      this.#notes.note(`throws ${end.rejection.error}`);
      return;
    }
    if (method === undefined) {
      this.#notes.violate("settled-once", `${this.#name}: a promise is settled again, or after close()`);
      return;
    }
    this.#open.delete(call);
    if (end.type === "resolve") return;
    const { error, message } = end.rejection;
    this.#notes.note(`${method.method}() rejects: ${error}`);
    if (
      error !== "InvalidStateError" ||
      session.signalingState === "closed" ||
      !describingCalls.includes(method.method)
    )
      return;
    const refused = `${method.method}(${descriptionType(method)})`;
    // Most messages begin with the call.
    const reason = message.startsWith(refused) ? message : `${refused}: ${message}`;
    this.#notes.violate("no-invalid-state-error", `${this.#name}: ${reason}`);
  }
}

function descriptionType(method: MethodCall): string {
  const description = "description" in method ? (method.description as { readonly type?: unknown } | null) : null;
  return typeof description?.type === "string" ? description.type : "";
}

function hasRejectedSection({ mediaDescriptions, transceivers }: Connection): boolean {
  const sections = mediaDescriptions.currentLocalDescription?.sections ?? [];
  return sections.some(({ rejected }) => rejected) && listedItems(transceivers).length > 0;
}
