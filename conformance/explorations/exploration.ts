import type { ExploreOptions, NegotiationCode } from "../../src/entries/testing.ts";

// biome-ignore lint/suspicious/noExplicitAny: the packages are not installed where types are checked
export type Any = any;

/** Negotiation code that was published, and how it is explored. */
export interface Exploration {
  /** The argument of the command. */
  readonly name: string;
  /** The package in this folder's package.json, an alias for old versions; null where the code is this repository's own. */
  readonly package: string | null;
  /**
   * The file of the package that runs, with all that it imports, where the package's own main module does not export it or
   * where a side needs a copy of its own. The code is then given a function that makes a copy.
   */
  readonly entry?: string;
  /** The file of the package that a page loads as a script, and the global variable that it sets; null without one. */
  readonly script: { readonly file: string; readonly variable: string } | null;
  /** What runs, and what the application does, in a sentence or two. */
  readonly setting: string;
  /**
   * Makes the code.
   *
   * @param library the package, as it is imported; undefined without a package
   */
  code(library: Any): NegotiationCode;
  /** Bounds that depend on the speed of a machine have no place here. */
  readonly options: ExploreOptions;
  /** The property that does not hold; null where all do. */
  readonly expected: string | null;
  /** What the violation means for those who use the package; null without one. */
  readonly finding: string | null;
  /** The exploration of a version that mended it: browsers go through the same schedule with that one, too. */
  readonly control?: string;
  /** Where it was reported or mended. */
  readonly links: readonly { readonly title: string; readonly url: string }[];
}
