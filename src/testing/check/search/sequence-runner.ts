import type { Difference } from "../../../oracle/verdict/difference.ts";
import type { PeerConnectionLike } from "../../peer-connection.ts";
import type { Action } from "../calls/action.ts";
import type { MadeCall } from "../calls/made-call.ts";
import { newPair } from "../calls/pair.ts";
import { perform } from "../calls/perform.ts";
import type { CheckSettings } from "../check-options.ts";
import { type MakePeerConnection, preparedPeerConnections } from "./peer-connection-maker.ts";

/** Runs sequences of actions, each on a new pair of peer connections, which are closed at its end. */
export class SequenceRunner {
  /** The error that kept a peer connection from being made: nothing more is tried then. */
  failure: { readonly error: unknown } | null = null;
  private running: Promise<unknown> = Promise.resolve();
  private readonly make: () => Promise<PeerConnectionLike>;
  private readonly settings: CheckSettings;

  constructor(makePeerConnection: MakePeerConnection, settings: CheckSettings) {
    this.make = preparedPeerConnections(makePeerConnection, settings);
    this.settings = settings;
  }

  /**
   * Carries out the actions until a call shows what is sought: that call is then the last one of the result.
   *
   * @param skipped the places of the calls that are left out
   */
  run(
    actions: readonly Action[],
    isSought: (difference: Difference) => boolean,
    skipped: ReadonlySet<number> = new Set(),
  ): Promise<readonly MadeCall[]> {
    const running = this.carryOut(actions, isSought, skipped);
    this.running = running;
    return running;
  }

  /** Waits for the run that is under way, if any. */
  async finished(): Promise<void> {
    await this.running;
  }

  private async carryOut(
    actions: readonly Action[],
    isSought: (difference: Difference) => boolean,
    skipped: ReadonlySet<number>,
  ): Promise<readonly MadeCall[]> {
    const pair = newPair(this.make, this.settings, skipped);
    try {
      for (const action of actions) {
        if (this.failure !== null || pair.calls.some(isHanging)) break;
        const before = pair.calls.length;
        await perform(pair, action);
        const sought = pair.calls.findIndex(({ step }, index) => index >= before && step.differences.some(isSought));
        if (sought >= 0) return pair.calls.slice(0, sought + 1);
      }
      return pair.calls;
    } catch (error) {
      this.failure ??= { error };
      return [];
    } finally {
      for (const peer of pair.peers.values()) await peer.close();
    }
  }
}

// A call that hangs holds up all later calls.
function isHanging({ step }: MadeCall): boolean {
  return step.observed.outcome === "unsettled";
}
