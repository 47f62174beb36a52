/** Numbers what is under way: the messages that a turn has sent, together or each of its own. The same ones have the same number. */
export class PacketNumbers {
  readonly #packets: (readonly string[])[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #ofTurns = new WeakMap<readonly string[], readonly number[]>();
  readonly #candidates: "together" | "apart";

  constructor(candidates: "together" | "apart") {
    this.#candidates = candidates;
  }

  /** The numbers of the packets that carry these messages, which one turn has sent. */
  of(messages: readonly string[]): readonly number[] {
    const known = this.#ofTurns.get(messages);
    if (known !== undefined) return known;
    const numbers = packetsOf(messages, this.#candidates).map((packet) => this.#numberOf(packet));
    this.#ofTurns.set(messages, numbers);
    return numbers;
  }

  readonly messages = (packet: number): readonly string[] => this.#packets[packet] ?? [];

  #numberOf(packet: readonly string[]): number {
    const text = packet.length === 1 ? (packet[0] as string) : JSON.stringify(packet);
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    this.#numbers.set(text, this.#packets.length);
    return this.#packets.push(packet) - 1;
  }
}

/** The messages of a turn, as they arrive: all together, or each by itself. */
export function packetsOf(
  messages: readonly string[],
  candidates: "together" | "apart",
): readonly (readonly string[])[] {
  if (messages.length === 0) return [];
  return candidates === "together" ? [messages] : messages.map((message) => [message]);
}
