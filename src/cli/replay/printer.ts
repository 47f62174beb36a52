import type { Result } from "../../result.ts";
import type { Terminal } from "../terminal.ts";
import type { ReplayOptions } from "./replay-options.ts";
import { connectionLines, incompleteLine, reportJson } from "./report-json.ts";
import type { SelectedReport } from "./selected-connections.ts";
import { reportText } from "./text/report-text.ts";
import { totalText } from "./text/summary-text.ts";
import type { Total } from "./total.ts";

/** What `replay` prints on standard output, in pieces of whole lines or of one. */
export interface Printer {
  /** Of a file; where it cannot be judged at all, the reason. `isNamed`: is it one that was named, or found in a folder? */
  file(name: string, report: Result<SelectedReport>, isNamed: boolean): Iterable<string>;
  /** After the last file. */
  end(total: Total): Iterable<string>;
}

/** The printer that the options ask for. */
export function printerFor({ json, ndjson, problems = false }: ReplayOptions, terminal: Terminal): Printer {
  if (ndjson === true) {
    return {
      file: (name, report, isNamed) =>
        report.ok ? connectionLines(report.value) : incompleteLine(name, report, isNamed),
      end: () => [],
    };
  }
  if (json) return { file: (_, report) => (report.ok ? reportJson(report.value) : []), end: () => [] };
  let texts = 0;
  return {
    *file(_, report) {
      if (!report.ok) return;
      if (texts++ > 0) yield "\n";
      yield* reportText(report.value, { terminal, problems });
    },
    end: (total) => totalText(total, terminal),
  };
}
