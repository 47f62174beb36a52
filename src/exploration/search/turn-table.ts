import { choicesOf } from "../choices.ts";
import type { Signal } from "../negotiators/negotiator.ts";
import { violationsAtRest } from "../properties/at-rest.ts";
import type { Sight, Violation } from "../properties/violation.ts";
import { takeTurn } from "../take-choice.ts";
import type { Choice, Endpoint, EndpointName, Scenario, World } from "../world.ts";
import { textOfPeer } from "./state-key.ts";

/** A world by the numbers of its parts. */
export interface NumberedWorld {
  readonly a: number;
  readonly b: number;
  /** The messages on their way to each. */
  readonly toA: readonly number[];
  readonly toB: readonly number[];
}

/** What a turn leads to, by numbers. */
export interface NumberedTurn {
  readonly peer: number;
  readonly sent: readonly number[];
  readonly violations: readonly Violation[];
  readonly seen: readonly Sight[];
}

/**
 * The peers and messages that an exploration has met, numbered: the same ones have the same number. A turn depends on
 * its peer and the message alone, so each is taken once, in however many worlds it may be.
 */
export interface TurnTable {
  numberWorld(world: World): NumberedWorld;
  choices(name: EndpointName, peer: number, messageWaits: boolean): readonly Choice[];
  take(peer: number, choice: Choice, message: number | undefined): NumberedTurn;
  isIdle(peer: number): boolean;
  violationsAtRest(world: NumberedWorld): readonly Violation[];
}

/** An empty table for a scenario. */
export function turnTable(scenario: Scenario): TurnTable {
  const peers = numbered<Endpoint & { readonly name: EndpointName }>((peer) => peer.name + textOfPeer(peer));
  const messages = numbered<Signal>((message) => JSON.stringify(message));
  const turns = new Map<string, NumberedTurn>();
  const choices = new Map<string, readonly Choice[]>();
  const numberPeer = (name: EndpointName, peer: Endpoint): number => peers.numberOf({ ...peer, name });

  return {
    numberWorld({ peers: { a, b }, network }) {
      return {
        a: numberPeer("a", a),
        b: numberPeer("b", b),
        toA: network.a.map(messages.numberOf),
        toB: network.b.map(messages.numberOf),
      };
    },
    choices(name, peer, messageWaits) {
      return remembered(choices, `${peer} ${messageWaits}`, () => choicesOf(name, peers.item(peer), messageWaits));
    },
    take(peer, choice, message) {
      const what = "item" in choice ? `${choice.kind} ${choice.item}` : `${choice.kind} ${message}`;
      return remembered(turns, `${peer} ${what}`, () => {
        const arriving = message === undefined ? null : messages.item(message);
        const turn = takeTurn(peers.item(peer), choice, arriving, scenario);
        const { violations, seen } = turn;
        return { peer: numberPeer(choice.peer, turn.peer), sent: turn.sent.map(messages.numberOf), violations, seen };
      });
    },
    isIdle: (peer) => peers.item(peer).agenda.length === 0,
    violationsAtRest: ({ a, b }) => violationsAtRest({ a: peers.item(a), b: peers.item(b) }, scenario),
  };
}

function numbered<Item>(textOf: (item: Item) => string): { numberOf(item: Item): number; item(number: number): Item } {
  const numbers = new Map<string, number>();
  const items: Item[] = [];
  return {
    numberOf(item) {
      return remembered(numbers, textOf(item), () => items.push(item) - 1);
    },
    item: (number) => items[number] as Item,
  };
}

function remembered<Made>(known: Map<string, Made>, key: string, make: () => Made): Made {
  const made = known.get(key);
  if (made !== undefined) return made;
  const fresh = make();
  known.set(key, fresh);
  return fresh;
}
