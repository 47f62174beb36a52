/** Texts that must not be repeated, found in other texts wherever they stand, also in the middle of a word. */
export interface KnownSecrets {
  add(secret: string): void;
  /** The text with every secret replaced. */
  hidden(text: string, replacement: string): string;
}

/** What is shorter occurs in ordinary words. ICE credentials have at least this length. */
const shortest = 4;

// A secret is looked up by its beginning, of one of these lengths: the work for each place in a text has a bound.
const lengths = [32, 24, 16, 12, 8, 7, 6, 5, shortest] as const;

/** So many have room in memory. With more, every text is hidden as a whole. */
const most = 500_000;

/** No secrets yet. */
export function knownSecrets(): KnownSecrets {
  const begins = new Set<string>();
  // Most places of a text are passed by: by a mark for the first two characters, which is found without a string.
  const marks = new Uint8Array(65_536);
  /** The length of the longest secret that begins like that. */
  const known = new Map<string, number>();

  function lengthAt(text: string, at: number): number {
    if (marks[markAt(text, at)] === 0 || !begins.has(text.slice(at, at + shortest))) return 0;
    for (const length of lengths) {
      const found = known.get(text.slice(at, at + length));
      if (found !== undefined) return found;
    }
    return 0;
  }

  return {
    add(secret) {
      const length = lengths.find((one) => one <= secret.length);
      if (length === undefined || known.size > most) return;
      const beginning = secret.slice(0, length);
      begins.add(secret.slice(0, shortest));
      marks[markAt(secret, 0)] = 1;
      known.set(beginning, Math.max(known.get(beginning) ?? 0, secret.length));
    },
    hidden(text, replacement) {
      if (known.size > most) return replacement;
      let shown = "";
      let shownTo = 0;
      for (let at = 0; at + shortest <= text.length; ) {
        const length = lengthAt(text, at);
        if (length > 0) {
          shown += text.slice(shownTo, at) + replacement;
          shownTo = at + length;
        }
        at += length || 1;
      }
      return shown + text.slice(shownTo);
    },
  };
}

function markAt(text: string, at: number): number {
  return (text.charCodeAt(at) * 251 + text.charCodeAt(at + 1)) & 0xffff;
}
