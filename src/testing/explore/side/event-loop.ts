import type { Clock, TaskKind } from "../../../fake/world/clock.ts";

/** A task that waits for its turn. */
interface WaitingTask {
  readonly kind: TaskKind | null;
  readonly run: () => void;
}

/** A timer of the code, in virtual time. */
interface CodeTimer {
  readonly id: number;
  readonly due: number;
  /** After how many ms it is due again; null for one that fires once. */
  readonly interval: number | null;
  readonly run: () => void;
}

/** A timer that is due within so many ms is something that is under way. */
const soon = 1000;

/**
 * The event loop of one side, as the clock of its fake: it runs nothing by itself, but offers what may come next. The
 * time-outs of the ICE agent never come.
 */
export class EventLoop implements Clock {
  readonly epoch = 0;
  readonly #tasks: WaitingTask[] = [];
  #timers: CodeTimer[] = [];
  #time = 0;
  #numbers = 0;
  #outside = 0;
  readonly #end: number;

  /** @param end the virtual time after which no timer fires */
  constructor(end: number) {
    this.#end = end;
  }

  now(): number {
    return this.#time;
  }
  queueTask(run: () => void, kind: TaskKind | null = null): void {
    this.#tasks.push({ run, kind });
  }
  setTimer(): () => void {
    return () => undefined;
  }
  waitForOutside(): () => void {
    this.#outside++;
    return () => void this.#outside--;
  }

  /** What the waiting tasks are for, the first one first. */
  get kinds(): readonly (TaskKind | null)[] {
    return this.#tasks.map(({ kind }) => kind);
  }
  /** Is something read outside that will queue a task? */
  get waitsForOutside(): boolean {
    return this.#outside > 0;
  }
  get hasTimer(): boolean {
    return this.#timers.some(({ due }) => due <= this.#end);
  }
  /** Is there nothing that will happen by itself, and soon? */
  get isIdle(): boolean {
    return this.#tasks.length === 0 && !this.#timers.some((timer) => this.#isUnderWay(timer));
  }
  /** Is there a timer under way that does not fire, since the time is up? */
  get isCut(): boolean {
    return this.#timers.some((timer) => timer.due > this.#end && this.#isUnderWay(timer));
  }

  runTask(index: number): void {
    const [task] = this.#tasks.splice(index, 1);
    task?.run();
  }

  setCodeTimer(run: () => void, ms: number, interval: number | null): number {
    const id = ++this.#numbers;
    this.#insert({ id, due: this.#time + (ms > 0 ? ms : 0), interval, run });
    return id;
  }
  clearCodeTimer(id: number): void {
    this.#timers = this.#timers.filter((timer) => timer.id !== id);
  }
  /** The timer that is due first fires: the time is then at least when it was due. */
  runTimer(): void {
    const timer = this.#timers.shift();
    if (timer === undefined) return;
    this.#time = Math.max(this.#time, timer.due);
    if (timer.interval !== null) this.#insert({ ...timer, due: this.#time + Math.max(1, timer.interval) });
    timer.run();
  }

  #isUnderWay({ due, interval }: CodeTimer): boolean {
    return interval === null && due - this.#time <= soon;
  }

  #insert(timer: CodeTimer): void {
    const later = this.#timers.findIndex(({ due }) => due > timer.due);
    this.#timers.splice(later < 0 ? this.#timers.length : later, 0, timer);
  }
}
