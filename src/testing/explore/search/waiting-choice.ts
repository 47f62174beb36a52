import type { SideChoice, SideTurn } from "../side/turn.ts";
import type { Offer } from "./message-exchange.ts";
import type { PacketNumbers } from "./packet-numbers.ts";
import { isClosedAfter } from "./without-rest.ts";

/** A choice that a side may take. */
export interface WaitingChoice {
  readonly choice: SideChoice;
  /** What tells it from the other choices after the same history. */
  readonly key: string;
  /** The number of the packet that arrives. */
  readonly packet: number | null;
}

/** The choices that a side has after that turn, of those that an offer is about. */
export function waitingChoices(turn: SideTurn, offer: Offer, { messages }: PacketNumbers): readonly WaitingChoice[] {
  if (offer === "own") return turn.choices.map((choice) => ({ choice, key: choiceKey(choice), packet: null }));
  if (offer === "close") return isClosedAfter(turn) ? [] : [{ choice: { kind: "close" }, key: "close", packet: null }];
  if (!turn.listens) return [];
  return [{ choice: { kind: "message", messages: messages(offer) }, key: `packet ${offer}`, packet: offer }];
}

function choiceKey(choice: SideChoice): string {
  return choice.kind === "task" ? `task ${choice.index}` : choice.kind;
}
