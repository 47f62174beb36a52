import { isShort } from "./short.ts";

/** One line of the report. */
export interface Measurement {
  readonly what: string;
  /** In `unit`: a ratio, bytes, or milliseconds of a process's own time. */
  readonly value: number;
  readonly unit: "×" | "bytes" | "ms";
  /** null where the value is only reported. */
  readonly target: { readonly bound: "at most" | "at least"; readonly value: number } | null;
  /** The absolute numbers behind it, for context. */
  readonly context: string;
}

/** Is the target met? Without one there is nothing to miss. */
export function isMet({ value, target }: Measurement): boolean {
  if (target === null) return true;
  return target.bound === "at most" ? value <= target.value : value >= target.value;
}

/** The measurements as a table in plain text; of a short run without targets, since it measures nothing. */
export function table(measurements: readonly Measurement[]): string {
  const rows = [
    ["", "measured", "target", "", "context"],
    ...measurements.map((measurement) => {
      const { what, value, unit, context } = measurement;
      const target = isShort ? null : measurement.target;
      const bound = target === null ? "" : `${target.bound} ${target.value} ${unit}`;
      const verdict = target === null ? "" : isMet(measurement) ? "met" : "NOT MET";
      return [what, `${rounded(value)} ${unit}`, bound, verdict, context];
    }),
  ];
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

function rounded(value: number): string {
  return value < 100 ? value.toFixed(2) : value.toFixed(0);
}

/** Milliseconds as text, in the unit that suits. */
export function duration(milliseconds: number): string {
  if (milliseconds < 0.001) return `${(milliseconds * 1e6).toFixed(1)} ns`;
  return milliseconds < 1 ? `${(milliseconds * 1e3).toFixed(2)} µs` : `${milliseconds.toFixed(2)} ms`;
}
