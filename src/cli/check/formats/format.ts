import type { Style } from "../../style.ts";
import type { CheckedFile } from "../checked-file.ts";
import type { ReadContext } from "../file-context.ts";
import type { CheckTotal } from "../summary.ts";

/** The formats that `check` prints. */
export const formatNames = ["text", "json", "sarif", "github"] as const;

/** The name of a format. */
export type FormatName = (typeof formatNames)[number];

/** What a format prints, in pieces of whole lines: before the first file, for each file, and after the last. */
export interface Format {
  begin(): Iterable<string>;
  file(checked: CheckedFile): Iterable<string>;
  end(total: CheckTotal): Iterable<string>;
}

/** Makes a format for one run. */
export type MakeFormat = (context: ReadContext, style: Style) => Format;
