import { inTurn } from "./host-timing.ts";

/** Tasks that run in their order, each in a turn of its own; and whether there is anything left to wait for. */
export class TaskQueue {
  #waiting: (() => void)[] = [];
  #first = 0;
  #outside = 0;
  #atRest: (() => void)[] = [];

  queue(run: () => void): void {
    this.#waiting.push(run);
    inTurn(this.#runFirst);
  }

  waitForOutside(): () => void {
    this.#outside++;
    let ended = false;
    return () => {
      if (ended) return;
      ended = true;
      this.#outside--;
      this.#lookForRest();
    };
  }

  /** Once the microtasks of the last task have run and have queued no other. */
  settled(): Promise<void> {
    return new Promise((resolve) => {
      this.#atRest.push(resolve);
      this.#lookForRest();
    });
  }

  readonly #runFirst = (): void => {
    const run = this.#waiting[this.#first++] as () => void;
    if (this.#first === this.#waiting.length) {
      this.#waiting = [];
      this.#first = 0;
    }
    try {
      run();
    } finally {
      this.#lookForRest();
    }
  };

  // Microtasks may queue tasks yet: look again in the next turn.
  #lookForRest(): void {
    if (this.#atRest.length === 0 || !this.#isEmpty()) return;
    inTurn(() => {
      if (!this.#isEmpty()) return;
      const resolvers = this.#atRest;
      this.#atRest = [];
      for (const resolve of resolvers) resolve();
    });
  }

  #isEmpty(): boolean {
    return this.#waiting.length === 0 && this.#outside === 0;
  }
}
