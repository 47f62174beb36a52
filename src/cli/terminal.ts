import type { Style } from "./style.ts";

/** Where a command writes to. */
export interface Terminal {
  readonly style: Style;
  print(text: string): void;
  /** One line to standard error. */
  complain(line: string): void;
}

/** What the command's exit status says. */
export const exitStatus = { nothing: 0, found: 1, unusable: 2 } as const;
