// Shorter ones, like the "LO" of sessions that judge no SDP, are clearer as they stand.
const worthNaming = 150;

/** A copy of the value in which something else stands for each long string, all of them SDP. */
export function withTexts(value: unknown, written: (text: string) => object | string): unknown {
  if (typeof value === "string") return value.length < worthNaming ? value : written(value);
  if (Array.isArray(value)) return value.map((item) => withTexts(item, written));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, withTexts(member, written)]));
}

/** Texts that a file has for itself: each is written once, under a name that says what it describes. */
export class OwnTexts {
  readonly #names = new Map<string, string>();
  readonly #counts = new Map<string, number>();

  /** A copy of the value in which the name of a text stands for it. */
  write(value: unknown): unknown {
    return withTexts(value, (text) => ({ from: this.#nameOf(text) }));
  }

  /** The texts by their names. */
  get used(): Readonly<Record<string, string>> {
    return Object.fromEntries([...this.#names].map(([text, name]) => [name, text]));
  }

  #nameOf(text: string): string {
    const known = this.#names.get(text);
    if (known !== undefined) return known;
    const media = [...text.matchAll(/^m=([a-z]+) /gm)].map(([, kind]) => kind).join("-");
    const count = (this.#counts.get(media) ?? 0) + 1;
    const name = `${media}-${count}`;
    this.#counts.set(media, count);
    this.#names.set(text, name);
    return name;
  }
}
