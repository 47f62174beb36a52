import { failure, type Result, success } from "../../result.ts";
import { quote } from "../../sdp/text/quote.ts";
import { type Limits, maxCreateLength, maxNameLength, maxSessionText } from "./limits.ts";

/** What a client holds under names. A failure has changed nothing. */
export interface Holdings<Item> {
  /** `requestLength` stands for what the name and the options may occupy. */
  open(name: unknown, make: () => Item, requestLength: number): Result<Done>;
  find(name: unknown): Result<Item>;
  /** Puts an item in the place of the one with that name, which is held. */
  replace(name: string, item: Item): Result<Done>;
  drop(name: unknown): Result<Done>;
}

/** The answer to a request that was carried out. */
export interface Done {
  readonly ok: true;
}

/** What the client's holdings of every kind come to. */
export interface Occupied {
  count: number;
  text: number;
}

interface Held<Item> {
  readonly item: Item;
  readonly requestLength: number;
  readonly textLength: number;
}

const done = success<Done>({ ok: true });

/** Nothing is held yet. The limits are those of all kinds together. */
export function createHoldings<Item>(
  kind: "session" | "connection",
  { maxSessions, maxText }: Limits,
  total: Occupied,
  textLengthOf: (item: Item) => number,
): Holdings<Item> {
  const held = new Map<string, Held<Item>>();

  function put(name: string, item: Item, requestLength: number, lengthBefore: number): Result<Done> {
    const textLength = requestLength + textLengthOf(item);
    const textAfter = total.text - lengthBefore + textLength;
    if (textLength > maxSessionText) return failure(`over the limit of ${maxSessionText} characters in one ${kind}`);
    if (textAfter > maxText) return failure(`over the limit of ${maxText} characters in all sessions`);
    held.set(name, { item, requestLength, textLength });
    total.text = textAfter;
    return done;
  }

  function find(name: unknown): Result<Held<Item> & { readonly name: string }> {
    if (typeof name !== "string") return failure(`${kind} must be a string`);
    const known = held.get(name);
    return known === undefined ? failure(`unknown ${kind}: ${quote(name)}`) : success({ ...known, name });
  }

  return {
    open(name, make, requestLength) {
      if (typeof name !== "string") return failure(`${kind} must be a string`);
      if (name.length > maxNameLength) return failure(`${kind} is longer than ${maxNameLength} characters`);
      if (requestLength > maxCreateLength) return failure(`the request is longer than ${maxCreateLength} characters`);
      if (held.has(name)) return failure(`duplicate ${kind}: ${quote(name)}`);
      if (total.count >= maxSessions) return failure(`over the limit of ${maxSessions} sessions`);
      const item = unlessThrown(make);
      if (!item.ok) return item;
      const kept = put(name, item.value, requestLength, 0);
      if (kept.ok) total.count++;
      return kept;
    },
    find(name) {
      const known = find(name);
      return known.ok ? success(known.value.item) : known;
    },
    replace(name, item) {
      const known = find(name);
      return known.ok ? put(name, item, known.value.requestLength, known.value.textLength) : known;
    },
    drop(name) {
      const known = find(name);
      if (!known.ok) return known;
      held.delete(known.value.name);
      total.count--;
      total.text -= known.value.textLength;
      return done;
    },
  };
}

/** What a function gives, or the message of what it throws. */
export function unlessThrown<Value>(make: () => Value): Result<Value> {
  try {
    return success(make());
  } catch (error) {
    return failure((error as TypeError).message);
  }
}
