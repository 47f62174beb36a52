import type * as FastCheck from "fast-check";
import { loadFastCheck } from "../../load-fast-check.ts";
import { now, timeLimitOf } from "../../timing.ts";
import type { ExploreSettings } from "../explore-options.ts";
import type { NegotiationCode } from "../peer.ts";
import type { SidePlan } from "../side/side.ts";
import { createSideRealm } from "../side/side-world.ts";
import { VirtualHost } from "../side/virtual-host.ts";
import type { OneFault, PairChoice, SideName } from "./both-sides.ts";
import { type AskedProperties, type PairSearch, searchBreadthFirst } from "./breadth-first.ts";
import { type PairPlan, PairRun } from "./pair-run.ts";
import { NondeterministicCodeError, SideHistories } from "./side-histories.ts";
import { type Walked, walkSchedules } from "./walk-randomly.ts";

/** How often progress is reported, in ms. */
const progressEvery = 500;

/** An exploration while it goes on: it has taken over what the code uses of its host. */
export class CodeExploration {
  readonly #settings: ExploreSettings;
  readonly #host = new VirtualHost();
  readonly #plans: Readonly<Record<SideName, SidePlan>>;
  readonly #faults: readonly OneFault[];
  readonly #asked: AskedProperties;
  readonly #limit: ReturnType<typeof timeLimitOf>;
  readonly #progress: ProgressReporter;
  /** How often the code was run from its start, at one side. */
  runs = 0;

  constructor(code: NegotiationCode, settings: ExploreSettings) {
    this.#settings = settings;
    this.#host.install();
    this.#limit = timeLimitOf(settings.timeLimit);
    this.#progress = new ProgressReporter(settings);
    const { actions, seed, faults, configuration, texts, candidates, virtualTime } = settings;
    const slowCreate = faults.includes("slow-create");
    this.#faults = faults.filter((fault): fault is OneFault => fault !== "slow-create");
    this.#asked = { own: settings.properties, except: settings.except };
    const host = this.#host;
    const plan = (name: SideName): SidePlan => ({
      ...{
        name,
        code,
        actions: actions[name],
        seed,
        configuration,
        texts,
        slowCreate,
        candidates,
        virtualTime,
        host,
      },
      except: settings.except,
      realm: createSideRealm(),
    });
    this.#plans = { a: plan("a"), b: plan("b") };
  }

  end(): void {
    this.#host.uninstall();
  }

  isOver(): boolean {
    return this.#settings.signal.aborted || this.#limit.left() === 0;
  }

  async searchBreadthFirst(): Promise<PairSearch> {
    const { states, steps, candidates, schedules, timeLimit } = this.#settings;
    const sides = { a: new SideHistories(this.#plans.a), b: new SideHistories(this.#plans.b) };
    await sides.a.begin();
    await sides.b.begin();
    // Random schedules, which reach deeper, have the last part of the time.
    const kept = schedules > 0 ? timeLimit / 4 : 0;
    const isOver = () => this.#settings.signal.aborted || this.#limit.left() <= kept;
    const progress = (count: number, depth: number) => this.#progress.searched(count, depth);
    const bounds = { states, steps, isOver, progress };
    const plan = { sides, faults: this.#faults, asked: this.#asked, candidates };
    const searched = await searchBreadthFirst(plan, bounds);
    this.runs = sides.a.runs + sides.b.runs;
    return searched;
  }

  /** Runs both sides along that schedule, or as far as it can be followed. */
  async rerun(choices: readonly PairChoice[], connects: boolean): Promise<PairRun> {
    const run = new PairRun(this.#pairPlan(connects));
    await run.begin();
    for (const choice of choices) {
      const text = JSON.stringify(bare(choice));
      const offered = run.next().find((next) => JSON.stringify(bare(next)) === text);
      if (offered === undefined) {
        if (run.violation !== null) break;
        throw new NondeterministicCodeError(
          `step ${run.choices.length + 1} of the schedule cannot be taken: the code, its actions or the options are not those that it was found with, or the code is not deterministic`,
        );
      }
      await run.take(offered);
    }
    return run;
  }

  async walkRandomly(): Promise<Walked> {
    const { schedules, steps, walkSeed: seed } = this.#settings;
    const progress = (count: number) => this.#progress.walked(count);
    const limits = { schedules, steps, seed, isOver: () => this.isOver(), progress };
    return walkSchedules(await fastCheckIfInstalled(), this.#pairPlan(true), limits);
  }

  #pairPlan(connects: boolean): PairPlan {
    return { sides: this.#plans, faults: this.#faults, asked: this.#asked, connects };
  }
}

function bare(choice: PairChoice): unknown {
  return choice.kind === "turn" ? [choice.side, choice.choice] : [choice.side, choice.kind];
}

// Without it, what is found is not shrunk.
async function fastCheckIfInstalled(): Promise<typeof FastCheck | null> {
  return loadFastCheck().catch(() => null);
}

class ProgressReporter {
  readonly #report: ExploreSettings["onProgress"];
  readonly #began = now();
  #reported = now();
  #states = 0;
  #depth = 0;

  constructor({ onProgress }: ExploreSettings) {
    this.#report = onProgress;
  }

  searched(states: number, depth: number): void {
    this.#states = states;
    this.#depth = depth;
    this.#tell(0);
  }

  walked(schedules: number): void {
    this.#tell(schedules);
  }

  #tell(schedules: number): void {
    const time = now();
    if (time - this.#reported < progressEvery) return;
    this.#reported = time;
    const rate = Math.round((this.#states * 1000) / Math.max(1, time - this.#began));
    this.#report({ states: this.#states, depth: this.#depth, rate, schedules });
  }
}
