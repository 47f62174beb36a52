import { sideNames } from "./both-sides.ts";
import { choicesBeside, keyOfPair, pairsAfter, pairsAfterLoss, underWayTo } from "./exchange-pair.ts";
import type { ExchangePair, MessageExchange, Offer } from "./message-exchange.ts";

/** Hears what may be done after an exchange, and how many choices it takes at least that are not that side's. */
type OfferListener = (exchange: MessageExchange, offer: Offer, beside: number) => void;

/** The pairs of exchanges that fit together. */
export class ExchangePairs {
  readonly all: ExchangePair[] = [];
  readonly #keys = new Set<string>();
  readonly #offered: OfferListener;

  constructor(offered: OfferListener) {
    this.#offered = offered;
  }

  /** A side has come to an exchange that is new. */
  follow(exchange: MessageExchange): void {
    this.add((exchange.before?.pairs ?? []).flatMap((pair) => pairsAfter(pair, exchange)));
  }

  /** Adds those that are new, and all that comes of them by what the sides are known to do. */
  add(pairs: readonly ExchangePair[]): void {
    const adding = [...pairs];
    // What is added on the way comes after.
    for (const pair of adding) {
      const key = keyOfPair(pair);
      if (this.#keys.has(key)) continue;
      this.#keys.add(key);
      this.all.push(pair);
      for (const side of sideNames) {
        const exchange = pair[side];
        exchange.pairs.push(pair);
        const beside = choicesBeside(side, pair);
        for (const offer of offersIn(pair, underWayTo(side, pair))) this.#offer(exchange, offer, beside);
        for (const next of exchange.next) adding.push(...pairsAfter(pair, next));
      }
      adding.push(...pairsAfterLoss(pair));
    }
  }

  #offer(exchange: MessageExchange, offer: Offer, beside: number): void {
    const known = exchange.offers.get(offer);
    if (known !== undefined && known <= beside) return;
    exchange.offers.set(offer, beside);
    this.#offered(exchange, offer, beside);
  }
}

function offersIn({ faults }: ExchangePair, [packet]: readonly number[]): readonly Offer[] {
  return ["own", ...(packet === undefined ? [] : [packet]), ...(faults.includes("close") ? (["close"] as const) : [])];
}
