/** A timer that waits until the schedule has it fire. */
interface HeldTimer {
  readonly id: number;
  readonly due: number;
  readonly interval: number | null;
  readonly run: () => void;
}

/** A timer that is due within so many ms of virtual time is something that is under way. */
const soon = 1000;

/** The timers of a frame, in virtual time: none fires but by the schedule, the one that is due first. */
export class HeldTimers {
  #timers: readonly HeldTimer[] = [];
  #time = 0;
  #numbers = 0;

  /** Replaces the timers of this frame. */
  install(): void {
    const set =
      (once: boolean) =>
      (run: (...values: unknown[]) => void, ms = 0, ...values: unknown[]) => {
        const delay = Number(ms) || 0;
        this.#numbers++;
        this.#insert({
          ...{ id: this.#numbers, due: this.#time + Math.max(0, delay), interval: once ? null : delay },
          run: () => run(...values),
        });
        return this.#numbers;
      };
    const clear = (id: unknown) => {
      this.#timers = this.#timers.filter((timer) => timer.id !== id);
    };
    Object.assign(globalThis, { setTimeout: set(true), setInterval: set(false) });
    Object.assign(globalThis, { clearTimeout: clear, clearInterval: clear });
  }

  get isEmpty(): boolean {
    return this.#timers.length === 0;
  }

  /** Is a timer, other than an interval, due soon? */
  get isUnderWay(): boolean {
    return this.#timers.some(({ due, interval }) => interval === null && due - this.#time <= soon);
  }

  /** The timer that is due first fires. */
  fire(): void {
    const [timer, ...rest] = this.#timers;
    if (timer === undefined) return;
    this.#timers = rest;
    this.#time = Math.max(this.#time, timer.due);
    if (timer.interval !== null) this.#insert({ ...timer, due: this.#time + Math.max(1, timer.interval) });
    timer.run();
  }

  #insert(timer: HeldTimer) {
    const later = this.#timers.findIndex(({ due }) => due > timer.due);
    const at = later < 0 ? this.#timers.length : later;
    this.#timers = [...this.#timers.slice(0, at), timer, ...this.#timers.slice(at)];
  }
}
