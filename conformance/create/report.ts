/** What went wrong in an exchange. */
export interface ExchangeFailure {
  readonly round: number;
  /** `ours`: something in what the library made. `theirs`: what the browser made is refused, by the library or by itself. */
  readonly fault: "ours" | "theirs";
  readonly what: string;
  /** The descriptions of the exchange. */
  readonly offer: string;
  readonly answer: string;
}

/** How often something occurred in what the library made. */
export type Occurrences = Record<string, number>;

/** What came of a connection. */
export interface ConnectionReport {
  /** Exchanges by who offered, with nothing found wrong. */
  readonly ours: number;
  readonly theirs: number;
  readonly occurrences: Occurrences;
  /** Null where it was negotiated to the end. */
  readonly failure: ExchangeFailure | null;
}
