/** Ids out of names, each given once: a name that comes again gets a number. */
export class Ids {
  readonly #given = new Map<string, number>();

  /** `S4/ice-ufrag/refused`: each part in lower-case words, joined by slashes. */
  idOf(...parts: readonly string[]): string {
    const id = parts.map(words).join("/");
    const count = (this.#given.get(id) ?? 0) + 1;
    this.#given.set(id, count);
    return count === 1 ? id : `${id}-${count}`;
  }
}

const longest = 120;

function words(text: string): string {
  const ascii = text.normalize("NFD").replace(/[^A-Za-z0-9]+/g, "-");
  return ascii.slice(0, longest).replace(/^-+|-+$/g, "");
}
