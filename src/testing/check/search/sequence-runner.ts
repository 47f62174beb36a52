import type { PeerConnectionLike } from "../../peer-connection.ts";
import type { TimeLimit } from "../../timing.ts";
import type { Action } from "../calls/action.ts";
import { callsUntilSought, type IsSoughtIn, type MadeCall } from "../calls/made-call.ts";
import { newPair, type Pair } from "../calls/pair.ts";
import { closeQuietly, type PeerSettings } from "../calls/peer.ts";
import { perform } from "../calls/perform.ts";
import type { CheckSettings } from "../check-options.ts";
import { outOfTimeIn } from "../out-of-time.ts";
import { abilitiesOf } from "../overlap/abilities.ts";
import type { ConnectionAction } from "../overlap/actions/connection-action.ts";
import { runOverlapping } from "../overlap/overlapping-sequence.ts";
import { type MakePeerConnection, preparedPeerConnections } from "./peer-connection-maker.ts";
import type { Sequence } from "./sequence.ts";

/** Runs sequences of actions, each on a new pair of peer connections, which are closed at its end. */
export class SequenceRunner {
  /** The error that kept a peer connection from being made: nothing more is tried then. */
  failure: { readonly error: unknown } | null = null;
  /** What was under way when the time was up, if anything was; null as long as there is time. */
  outOfTime: { readonly waitingFor: string | null } | null = null;
  private running: Promise<unknown> = Promise.resolve();
  private readonly make: (isBare: (pc: PeerConnectionLike) => boolean) => Promise<PeerConnectionLike>;
  private readonly settings: CheckSettings;
  private readonly limit: TimeLimit;

  constructor(makePeerConnection: MakePeerConnection, settings: CheckSettings, limit: TimeLimit) {
    this.make = preparedPeerConnections(makePeerConnection, settings, limit);
    this.settings = settings;
    this.limit = limit;
  }

  /** Can nothing more be tried, because the time is up or no peer connection can be made? */
  get isOver(): boolean {
    if (this.limit.left() === 0) this.outOfTime ??= { waitingFor: null };
    return this.failure !== null || this.outOfTime !== null;
  }

  /**
   * Carries out the actions until a call shows what is sought: that call is then the last one of the result. Null where
   * the sequence did not come to its end, and showed nothing until then.
   *
   * @param skipped the places of the calls that are left out
   */
  run(
    sequence: Sequence,
    isSought: IsSoughtIn,
    skipped: ReadonlySet<number> = new Set(),
  ): Promise<readonly MadeCall[] | null> {
    const running =
      sequence.kind === "awaited"
        ? this.carryOut(sequence.actions, isSought, skipped)
        : this.carryOutOverlapping(sequence.actions, isSought, skipped);
    this.running = running;
    return running;
  }

  /** Waits for the run that is under way, if any. */
  async finished(): Promise<void> {
    await this.running;
  }

  private async carryOut(
    actions: readonly Action[],
    isSought: IsSoughtIn,
    skipped: ReadonlySet<number>,
  ): Promise<readonly MadeCall[] | null> {
    if (this.isOver) return null;
    const pair = newPair(() => this.make(() => false), this.peerSettings, skipped);
    const found = () => callsUntilSought(pair.calls, isSought);
    try {
      return (await this.performAll(pair, actions, found)) ?? pair.calls;
    } catch (error) {
      this.noteEnd(error);
      return found();
    } finally {
      for (const peer of pair.peers.values()) await peer.close();
    }
  }

  private async carryOutOverlapping(
    actions: readonly ConnectionAction[],
    isSought: IsSoughtIn,
    skipped: ReadonlySet<number>,
  ): Promise<readonly MadeCall[] | null> {
    if (this.isOver) return null;
    const pcs: PeerConnectionLike[] = [];
    const make = async () => {
      const pc = await this.make((made) => abilitiesOf(made).transceivers);
      pcs.push(pc);
      return pc;
    };
    try {
      return await runOverlapping([await make(), await make()], this.peerSettings, actions, isSought, skipped);
    } catch (error) {
      this.noteEnd(error);
      return null;
    } finally {
      for (const pc of pcs) await closeQuietly(pc, Math.min(this.settings.settleTimeout, this.limit.left()));
    }
  }

  private get peerSettings(): PeerSettings {
    return { ...this.settings, limit: this.limit };
  }

  private noteEnd(error: unknown): void {
    const outOfTime = outOfTimeIn(error);
    if (outOfTime !== null) this.outOfTime ??= outOfTime;
    else this.failure ??= { error };
  }

  private async performAll(pair: Pair, actions: readonly Action[], found: () => readonly MadeCall[] | null) {
    for (const action of actions) {
      if (pair.calls.some(isHanging)) return null;
      await perform(pair, action);
      const calls = found();
      if (calls !== null) return calls;
    }
    return null;
  }
}

// A call that hangs holds up all later calls.
function isHanging({ step }: MadeCall): boolean {
  return step.observed.outcome === "unsettled";
}
