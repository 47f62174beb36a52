import {
  alice,
  audioOnly,
  balanced,
  bob,
  bundled,
  carol,
  type Peer,
  type Setup,
  unbundled,
} from "../../cases/sdp/given/descriptions.ts";
import { lineEdits } from "./line-edits.ts";
import { withTexts } from "./own-texts.ts";

const shapes = { audio: audioOnly, bundled, balanced, unbundled };
const peers: readonly (readonly [name: string, peer: Peer, setup: Setup])[] = [
  ["alice-offer", alice, "actpass"],
  ["bob-offer", bob, "actpass"],
  ["bob-answer", bob, "active"],
  ["alice-answer", alice, "active"],
  ["carol-answer", carol, "active"],
];

/** The texts that have a name; all others are written as edits of one of them. */
const named: readonly (readonly [name: string, text: string])[] = Object.entries(shapes).flatMap(([shape, textOf]) =>
  peers.map(([name, peer, setup]) => [`${name}-${shape}`, textOf(peer, setup)] as const),
);

/** The SDP of one file of vectors: whole texts by their names, and what stands for a text in the cases. */
export class SdpTexts {
  readonly #used = new Set<string>();
  readonly #written = new Map<string, object | string>();

  /** A copy of the value in which the long strings, all of them SDP, are written as edits of named texts. */
  write<Value>(value: Value): unknown {
    return withTexts(value, (text) => this.#writeText(text));
  }

  /** The named texts that were used. */
  get used(): Readonly<Record<string, string>> {
    return Object.fromEntries(named.filter(([name]) => this.#used.has(name)));
  }

  #writeText(text: string): object | string {
    const before = this.#written.get(text);
    if (before !== undefined) return before;
    const written = shortest(text);
    if (typeof written !== "string") this.#used.add(written.from);
    this.#written.set(text, written);
    return written;
  }
}

function shortest(text: string): string | { readonly from: string; readonly edits?: object } {
  const candidates = named.map(([from, base]) => (base === text ? { from } : { from, edits: lineEdits(base, text) }));
  return [...candidates, text].reduce((best, other) => (sizeOf(other) < sizeOf(best) ? other : best));
}

function sizeOf(written: unknown): number {
  return JSON.stringify(written).length;
}
