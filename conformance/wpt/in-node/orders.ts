import type { HarnessResult } from "../outcome.ts";

/** What the parent orders a page's process to do. */
export interface PageOrder {
  /** The checkout's folder. */
  readonly folder: string;
  readonly test: string;
}

/** What the process reports, in this order: `ready`, a `result` for each subtest, `complete`. */
export type PageMessage =
  | { readonly kind: "ready"; readonly title: string }
  | { readonly kind: "result"; readonly result: HarnessResult }
  | {
      readonly kind: "complete";
      readonly tests: readonly HarnessResult[];
      readonly status: number;
      readonly message: string | null;
    };
