import type { OneFault, SideName } from "./both-sides.ts";

/** A turn as the other side may notice it. */
export interface ExchangeEvent {
  /** Were messages taken, or was the connection closed, as a fault? Else messages were sent. */
  readonly kind: "turn" | "message" | "close";
  /** The number of the packet that was taken. */
  readonly packet: number | null;
  /** Those of the packets that were sent. */
  readonly sent: readonly number[];
}

/**
 * The messages that a side has taken and sent, in its own order. All histories of the side with the same messages are the
 * same to the other side: whatever may happen there after one of them may happen after each.
 */
export class MessageExchange {
  readonly side: SideName;
  /** Of all exchanges of both sides. */
  readonly number: number;
  readonly before: MessageExchange | null;
  readonly event: ExchangeEvent | null;
  readonly #next = new Map<string, MessageExchange>();
  /** The histories, by how many turns they have; and those of them after which nothing is under way at the side. */
  readonly histories: number[][] = [];
  readonly idle: number[][] = [];
  /** How many turns the shortest history has, which is the one that was found first. */
  readonly shortest: number;
  /** The pairs of exchanges that have this one. */
  readonly pairs: ExchangePair[] = [];
  /** What may be done after it, and how many choices it takes at least that are not this side's. */
  readonly offers = new Map<Offer, number>();

  readonly #numbers: { last: number };

  /** @param numbers the numbers of exchanges that are given already */
  constructor(
    side: SideName,
    before: MessageExchange | null,
    event: ExchangeEvent | null,
    shortest: number,
    numbers: { last: number },
  ) {
    this.side = side;
    this.before = before;
    this.event = event;
    this.shortest = shortest;
    this.number = ++numbers.last;
    this.#numbers = numbers;
  }

  get next(): Iterable<MessageExchange> {
    return this.#next.values();
  }

  /** The exchange after this one and that event, in a history of so many turns; and whether it is new. */
  after(event: ExchangeEvent, turns: number): { readonly exchange: MessageExchange; readonly isNew: boolean } {
    const key = `${event.kind}${event.packet ?? ""}>${event.sent.join()}`;
    const known = this.#next.get(key);
    if (known !== undefined) return { exchange: known, isNew: false };
    const exchange = new MessageExchange(this.side, this, event, turns, this.#numbers);
    this.#next.set(key, exchange);
    return { exchange, isNew: true };
  }

  add(history: number, turns: number, isIdle: boolean): void {
    for (const histories of isIdle ? [this.histories, this.idle] : [this.histories]) {
      const ofLength = histories[turns];
      if (ofLength === undefined) histories[turns] = [history];
      else ofLength.push(history);
    }
  }
}

/** How a pair of exchanges comes of the one before it. */
export interface ExchangeStep {
  readonly side: SideName;
  readonly kind: "turn" | "deliver" | "duplicate" | "lose";
}

/** What both sides have exchanged, the messages under way to each, and the faults that may still happen. */
export interface ExchangePair {
  readonly a: MessageExchange;
  readonly b: MessageExchange;
  readonly toA: readonly number[];
  readonly toB: readonly number[];
  readonly faults: readonly OneFault[];
  /** How many choices were losses, which are no side's. */
  readonly lost: number;
  readonly before: ExchangePair | null;
  readonly by: ExchangeStep | null;
}

/** What may be done after an exchange: what the side does by itself, its closing as a fault, or the packet that arrives. */
export type Offer = "own" | "close" | number;
