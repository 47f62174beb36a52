/** The part of WeakRef that is used. */
interface Weak {
  deref(): object | undefined;
}

/** Lists objects in the order in which they were added, without keeping any of them alive. */
export class ConnectionList {
  #listed: Weak[] = [];
  #limit = 64;

  add(connection: object): void {
    // What is collected leaves its reference behind: the list is swept whenever it has doubled.
    if (this.#listed.length >= this.#limit) {
      this.#listed = this.#listed.filter((one) => one.deref() !== undefined);
      this.#limit = Math.max(64, 2 * this.#listed.length);
    }
    this.#listed.push(new WeakRef(connection));
  }

  /** Those that are not collected. */
  alive(): readonly object[] {
    return this.#listed.flatMap((one) => one.deref() ?? []);
  }
}
