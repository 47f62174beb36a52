import type { SideChoice, SideTurn } from "../side/turn.ts";
import type { SideName } from "./both-sides.ts";
import { MessageExchange } from "./message-exchange.ts";
import type { PacketNumbers } from "./packet-numbers.ts";
import type { HistoryTurn } from "./schedule-to.ts";
import type { SideHistories } from "./side-histories.ts";

/** What a choice has led a side to. */
export interface TakenTurn {
  readonly history: number;
  readonly turn: SideTurn;
  readonly exchange: MessageExchange;
  /** Is it the first history of its exchange? */
  readonly isNew: boolean;
}

/** A side's histories, and what each has exchanged. */
export class ExchangingSide {
  readonly first: MessageExchange;
  readonly #histories: SideHistories;
  readonly #packets: PacketNumbers;
  readonly #exchanges: MessageExchange[];
  readonly #turns: number[] = [0];

  /** @param numbers the numbers of exchanges that are given already */
  constructor(name: SideName, histories: SideHistories, packets: PacketNumbers, numbers: { last: number }) {
    this.first = new MessageExchange(name, null, null, 0, numbers);
    this.first.add(0, 0, histories.turn(0).isIdle);
    this.#histories = histories;
    this.#packets = packets;
    this.#exchanges = [this.first];
  }

  turn(history: number): SideTurn {
    return this.#histories.turn(history);
  }

  exchangeOf(history: number): MessageExchange {
    return this.#exchanges[history] as MessageExchange;
  }

  /** How many turns a history has. */
  turnsOf(history: number): number {
    return this.#turns[history] ?? 0;
  }

  isTaken(history: number, key: string): boolean {
    return this.#histories.known(history, key) !== undefined;
  }

  /** Takes a choice that has not been taken; `packet` is the number of the messages that arrive. */
  async take(from: number, choice: SideChoice, key: string, packet: number | null): Promise<TakenTurn> {
    const history = await this.#histories.take(from, choice, key);
    const turn = this.turn(history);
    const turns = this.turnsOf(from) + 1;
    this.#turns[history] = turns;
    const before = this.exchangeOf(from);
    const sent = this.#packets.of(turn.sent);
    const kind = choice.kind === "message" || choice.kind === "close" ? choice.kind : "turn";
    const { exchange, isNew } =
      kind === "turn" && sent.length === 0
        ? { exchange: before, isNew: false }
        : before.after({ kind, packet, sent }, turns);
    this.#exchanges[history] = exchange;
    exchange.add(history, turns, turn.isIdle);
    return { history, turn, exchange, isNew };
  }

  /** The turns of a history, in their order. */
  path(history: number): readonly HistoryTurn[] {
    return this.#histories.path(history).map(({ before, number, choice }) => ({
      choice,
      isExchange: this.#exchanges[before] !== this.#exchanges[number],
    }));
  }
}
