import type { Difference } from "../../oracle/verdict/difference.ts";
import type { PeerConnectionLike } from "../peer-connection.ts";
import { collectGarbage, pause } from "../timing.ts";
import type { Action } from "./action.ts";
import type { CheckOptions } from "./check-implementation.ts";
import { oracleOptionsOf } from "./check-options.ts";
import type { MadeCall, Pair } from "./pair.ts";
import { giveUp } from "./peer.ts";
import { perform } from "./perform.ts";

// Chromium counts at most 500 per page, those included that are closed and not collected yet.
const collectAfter = 100;

/** Where peer connections are made, tried and closed. */
export class Workshop {
  /** What making one threw: then nothing more is tried. */
  failure: { readonly reason: unknown } | null = null;
  private made = 0;
  private running: Promise<unknown> = Promise.resolve();
  private readonly makePeerConnection: () => PeerConnectionLike | Promise<PeerConnectionLike>;
  private readonly options: CheckOptions;

  constructor(makePeerConnection: () => PeerConnectionLike | Promise<PeerConnectionLike>, options: CheckOptions) {
    this.makePeerConnection = makePeerConnection;
    this.options = options;
  }

  /**
   * Does the actions on a new pair, until a call shows what is sought: it is then the last of the calls given.
   *
   * @param skipped the calls that are left out, by their number from 0
   */
  run(
    actions: readonly Action[],
    isSought: (difference: Difference) => boolean,
    skipped: ReadonlySet<number> = new Set(),
  ): Promise<readonly MadeCall[]> {
    const running = this.tried(actions, isSought, skipped);
    this.running = running;
    return running;
  }

  /** Waits for the run that is under way, if any. */
  async finished(): Promise<void> {
    await this.running;
  }

  private async tried(
    actions: readonly Action[],
    isSought: (difference: Difference) => boolean,
    skipped: ReadonlySet<number>,
  ): Promise<readonly MadeCall[]> {
    const { settleTimeout = 5000, pause: pauseTime = 0 } = this.options;
    const patience = { settleTimeout, pause: pauseTime };
    const made = { peers: new Map(), calls: [], skipped, wanted: 0 };
    const pair: Pair = { make: () => this.make(), options: oracleOptionsOf(this.options), patience, ...made };
    try {
      for (const action of actions) {
        if (this.failure !== null || pair.calls.some(isHanging)) break;
        const before = pair.calls.length;
        await perform(pair, action);
        const found = pair.calls.findIndex(({ step }, index) => index >= before && step.differences.some(isSought));
        if (found >= 0) return pair.calls.slice(0, found + 1);
      }
      return pair.calls;
    } catch (reason) {
      this.failure ??= { reason };
      return [];
    } finally {
      for (const peer of pair.peers.values()) await peer.close();
    }
  }

  private async make(): Promise<PeerConnectionLike> {
    this.made += 1;
    if (this.made % collectAfter === 0) {
      collectGarbage();
      await pause(0);
    }
    const pc = await this.makePeerConnection();
    try {
      await (this.options.prepare ?? giveDataChannel)(pc);
    } catch (error) {
      await giveUp(pc, this.options.settleTimeout ?? 5000);
      throw error;
    }
    return pc;
  }
}

// A call that hangs holds up all that come after it.
function isHanging({ step }: MadeCall): boolean {
  return step.observed.outcome === "unsettled";
}

function giveDataChannel(pc: PeerConnectionLike): void {
  const { createDataChannel } = pc as { readonly createDataChannel?: unknown };
  try {
    if (typeof createDataChannel === "function") Reflect.apply(createDataChannel, pc, ["check"]);
  } catch {
    // A stack without data channels offers what it has.
  }
}
