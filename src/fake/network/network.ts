/**
 * The network of a world: the addresses that were gathered in it, and what each leads to. It keeps nothing alive, so that
 * a connection which the application drops without closing it can be collected.
 */
export class Network<Reachable extends object> {
  readonly #reachable = new Map<string, WeakRef<Reachable>>();
  #hosts = 0;
  #ports = 0;
  #sweepAt = 256;

  /** The IP address of one more host, of the block for documentation. @see https://www.rfc-editor.org/rfc/rfc5737.html */
  newHost(): string {
    return `192.0.2.${1 + (this.#hosts++ % 254)}`;
  }

  /** A port of the dynamic range that was not used for long. */
  newPort(): number {
    return 49152 + (this.#ports++ % 16384);
  }

  /** From now on the address leads there. */
  register(address: string, reachable: Reachable): void {
    if (this.#reachable.size >= this.#sweepAt) this.#sweep();
    this.#reachable.set(address, new WeakRef(reachable));
  }

  unregister(address: string): void {
    this.#reachable.delete(address);
  }

  /** What the address leads to. */
  at(address: string): Reachable | null {
    return this.#reachable.get(address)?.deref() ?? null;
  }

  #sweep(): void {
    for (const [address, reference] of this.#reachable)
      if (reference.deref() === undefined) this.#reachable.delete(address);
    this.#sweepAt = 2 * this.#reachable.size + 256;
  }
}
