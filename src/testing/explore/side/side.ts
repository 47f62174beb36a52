import type { Texts } from "../../../fake/driver/initial-model.ts";
import type { IceGeneration } from "../../../fake/network/ice/ice-transport.ts";
import type { Network } from "../../../fake/network/network.ts";
import type { Realm } from "../../../fake/web-idl/interface.ts";
import type { TaskKind } from "../../../fake/world/clock.ts";
import { inTurn } from "../../../fake/world/host-timing.ts";
import type { TraceRecorder } from "../../../fake/world/trace-recorder.ts";
import type { SideAction } from "../action.ts";
import type { ExploredPeer, NegotiationCode } from "../peer.ts";
import type { CodePropertyName } from "../property.ts";
import type { TurnNotes } from "./connection-watch.ts";
import { EventLoop } from "./event-loop.ts";
import { decodeMessage, descriptionTypeIn, encodeMessage, messageName } from "./message.ts";
import { SideWorld } from "./side-world.ts";
import { taskName } from "./task-name.ts";
import type { CodeViolation, SideChoice, SideTurn } from "./turn.ts";
import type { RunningSide, VirtualHost } from "./virtual-host.ts";

/** What a side is made of. */
export interface SidePlan {
  readonly name: "a" | "b";
  readonly code: NegotiationCode;
  readonly actions: readonly SideAction[];
  /** Of the numbers that look random. */
  readonly seed: number;
  readonly configuration: object | undefined;
  /** The texts that hold for its connections. */
  readonly texts: Texts;
  /** May tasks overtake the creation of a description? */
  readonly slowCreate: boolean;
  /** Are the candidates of a generation one event, and their addition none? */
  readonly candidates: "together" | "apart";
  /** The virtual time after which no timer fires, in ms. */
  readonly virtualTime: number;
  /** The properties that need not hold. */
  readonly except: ReadonlySet<string>;
  readonly realm: Realm;
  readonly host: VirtualHost;
}

/** A side that runs: its code on a fake of its own. It takes one choice after the other. */
export class ExploredSide implements RunningSide, TurnNotes {
  readonly loop: EventLoop;
  readonly world: SideWorld;
  readonly #plan: SidePlan;
  readonly #peer: ExploredPeer;
  #handler: ((message: unknown) => unknown) | null = null;
  #actionsDone = 0;
  #turn = newTurn("");

  constructor(plan: SidePlan, network: Network<IceGeneration>, recorder: TraceRecorder | null) {
    const { name, seed, realm, texts } = plan;
    this.#plan = plan;
    this.loop = new EventLoop(plan.virtualTime);
    this.world = new SideWorld(realm, {
      ...{ name, seed: seed * 2 + (name === "a" ? 0 : 1), texts, network, recorder },
      ...{ loop: this.loop, notes: this },
    });
    this.#peer = this.#createPeer();
  }

  /** Runs the code up to where it waits. */
  start(): Promise<SideTurn> {
    return this.#take("starts", () => this.#plan.code(this.#peer), null);
  }

  take(choice: SideChoice): Promise<SideTurn> {
    const { actions } = this.#plan;
    switch (choice.kind) {
      case "task": {
        const kind = this.loop.kinds[choice.index] ?? null;
        return this.#take(taskName(kind), () => this.loop.runTask(choice.index), kind);
      }
      case "timer":
        return this.#take("a timer fires", () => this.loop.runTimer(), null);
      case "act": {
        const action = actions[this.#actionsDone++];
        return this.#take(`does ${action?.name}`, () => action?.run(this.#peer), null);
      }
      case "close":
        return this.#take("is closed", () => this.#peer.pc.close(), null);
      case "message":
        return this.#takeMessages(choice.messages);
    }
  }

  note(text: string): void {
    this.#turn.notes.push(text);
  }
  describes(method: string): void {
    this.#turn.calls.push(method);
  }
  see(sight: string): void {
    this.#turn.sights.push(sight);
  }
  violate(property: CodePropertyName, message: string): void {
    if (!this.#plan.except.has(property)) this.#turn.violations.push({ property, message });
  }
  unhandled(error: unknown, how: string): void {
    const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    this.note(`${how}: ${error instanceof Error ? error.name : text}`);
    // On a closed connection every call is refused.
    if (this.#isClosed() && error instanceof Error && error.name === "InvalidStateError") return;
    this.violate("no-unhandled-error", `${this.#plan.name}: ${how}: ${text}`);
  }

  #take(what: string, run: () => unknown, kind: TaskKind | null): Promise<SideTurn> {
    return this.#takeTurn(what, [run], kind);
  }

  #takeMessages(messages: readonly string[]): Promise<SideTurn> {
    const names = [...new Set(messages.map(messageName))].join(", ");
    const runs = messages.map((message) => () => this.#receive(message));
    return this.#takeTurn(`receives ${names}`, runs, null);
  }

  async #takeTurn(what: string, runs: readonly (() => unknown)[], kind: TaskKind | null): Promise<SideTurn> {
    const { host, name } = this.#plan;
    const turn = newTurn(what);
    this.#turn = turn;
    this.world.enter();
    host.current = this;
    for (const run of runs) {
      this.#run(run);
      await this.#turnEnd();
    }
    // What the ICE and DTLS agents indicate comes at once, and the candidates of a generation come together.
    for (let [next] = this.loop.kinds; this.#isCarriedAlong(next, kind); [next] = this.loop.kinds) {
      this.loop.runTask(0);
      await this.#turnEnd();
    }
    host.current = null;
    if (turn.offered && !turn.notes.some((note) => note.startsWith("setRemoteDescription"))) this.see("ignored offer");
    const { notes, calls, sent, violations, sights } = turn;
    return {
      ...{ what, notes, calls, sent, violations, sights },
      choices: this.#choices(),
      listens: this.#handler !== null,
      isIdle: this.loop.isIdle,
      isCut: this.loop.isCut,
      connections: this.world.watches.flatMap(({ connection }) => connection ?? []),
      pending: this.world.watches.flatMap(({ pending }) => pending.map((method) => `${name}: ${method}()`)),
    };
  }

  /** The turn that was taken last, and what may come next by now. */
  refreshed(turn: SideTurn): SideTurn {
    return { ...turn, choices: this.#choices(), isIdle: this.loop.isIdle, isCut: this.loop.isCut };
  }

  #run(run: () => unknown) {
    try {
      run();
    } catch (error) {
      this.unhandled(error, "throws");
    }
  }

  #isCarriedAlong(next: TaskKind | null | undefined, begun: TaskKind | null): boolean {
    if (next === "transport") return true;
    return (
      this.#plan.candidates === "together" && (next === "add-candidate" || (next === "gather" && begun === "gather"))
    );
  }

  async #turnEnd(): Promise<void> {
    do await new Promise<void>((resolve) => inTurn(resolve));
    while (this.loop.waitsForOutside);
  }

  #choices(): readonly SideChoice[] {
    const choices: SideChoice[] = [];
    const { kinds, hasTimer } = this.loop;
    for (const [index, kind] of kinds.entries()) {
      choices.push({ kind: "task", index });
      if (!this.#plan.slowCreate || (kind !== "create-offer" && kind !== "create-answer")) break;
    }
    if (hasTimer) choices.push({ kind: "timer" });
    if (this.#actionsDone < this.#plan.actions.length) choices.push({ kind: "act" });
    return choices;
  }

  #receive(message: string) {
    if (descriptionTypeIn(message) === "offer") {
      const offering = this.world.watches.filter((watch) => watch.isOffering);
      for (const watch of offering) watch.offerArrives();
      this.#turn.offered = offering.length > 0;
    }
    this.#handler?.(decodeMessage(message));
  }

  // What an application does with a closed connection is refused, and no mistake of the negotiation's.
  #isClosed(): boolean {
    return this.world.watches.some((watch) => watch.isClosed);
  }

  #createPeer(): ExploredPeer {
    const { name, configuration } = this.#plan;
    const { world } = this;
    let pc: object | null = null;
    const peer = {
      get pc() {
        pc ??= new (world.classNamed("RTCPeerConnection"))(...(configuration === undefined ? [] : [configuration]));
        return pc;
      },
      name,
      polite: name === "b",
      send: (message: unknown) => {
        const text = encodeMessage(message);
        this.note(`sends ${messageName(text)}`);
        this.#turn.sent.push(text);
      },
      onMessage: (handler: (message: unknown) => unknown) => {
        this.#handler = handler;
      },
      classes: world.classes(),
      createTrack: (kind: "audio" | "video") => world.createTrack(kind),
    };
    return peer as unknown as ExploredPeer;
  }
}

interface SideTurnDraft {
  readonly what: string;
  readonly notes: string[];
  readonly calls: string[];
  readonly sent: string[];
  readonly violations: CodeViolation[];
  readonly sights: string[];
  /** Has an offer come while one was made here? */
  offered: boolean;
}

function newTurn(what: string): SideTurnDraft {
  return { what, notes: [], calls: [], sent: [], violations: [], sights: [], offered: false };
}
