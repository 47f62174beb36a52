export interface Mutant {
  readonly name: string;
  /** The file that is edited, from the project's root. */
  readonly file: string;
  /** The file's text with the edit made; throws where it does not find what to edit. */
  readonly edit: (source: string) => string;
}

/** The one match of the pattern; anything but one means that the source has changed and the mutants must follow. */
export function find(text: string, pattern: RegExp, what: string): string {
  const [match, ...others] = text.match(pattern) ?? [];
  if (match === undefined || others.length > 0)
    throw new Error(`${what}: found ${others.length + (match ? 1 : 0)} times`);
  return match;
}
