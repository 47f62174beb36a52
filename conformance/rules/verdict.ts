/** What a browser said. */
export interface Said {
  readonly error: string;
  /** Shortened, without what differs from run to run. */
  readonly message: string;
}

/** What a browser did with a breach. */
export type Verdict =
  /** `afterwards`: what the browser's own answer to the accepted offer failed with. */
  | { readonly verdict: "accepted"; readonly afterwards?: Said }
  | ({ readonly verdict: "refused" } & Said)
  /** The browser does not come to where the breach could be set, or does not write it. */
  | ({ readonly verdict: "unreached" } & Said)
  /** The page that set it crashed. */
  | { readonly verdict: "crashed" };
