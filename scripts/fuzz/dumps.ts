import fc from "fast-check";
import { printerFor } from "../../src/cli/replay/printer.ts";
import { selectedConnections } from "../../src/cli/replay/selected-connections.ts";
import { createTotal } from "../../src/cli/replay/total.ts";
import { styleFor, withoutControls } from "../../src/cli/style.ts";
import { createJudging } from "../../src/report/report.ts";
import { defaultTraceLimits } from "../../src/trace/limits.ts";
import { traceReader } from "../../src/trace/trace-reader.ts";
import { capturedDumps } from "./captures.ts";
import { Defect, made } from "./defect.ts";
import { editedJson, type JsonEdit, jsonEdit } from "./json-mutation.ts";
import { target } from "./target.ts";

/** A dump, and in pieces of which length it is read a second time. */
interface DumpCase {
  readonly text: string;
  readonly piece: number;
}

/** A change of the text, whatever its format: parts are dropped, doubled, swapped and overwritten. */
interface TextEdit {
  readonly from: number;
  readonly length: number;
  readonly to: number;
  readonly change: "drop" | "double" | "insert" | "cut";
  readonly text: string;
}

const textEdit: fc.Arbitrary<TextEdit> = fc.record({
  from: fc.nat(),
  length: fc.oneof(fc.nat(20), fc.nat(20_000)),
  to: fc.nat(),
  change: fc.constantFrom("drop", "double", "insert", "cut"),
  text: fc.oneof(fc.string({ unit: "binary", maxLength: 30 }), fc.constantFrom('"', "\\", "{", "[[[[", "\n", "\ud800")),
});

function editedText(text: string, { from, length, to, change, text: added }: TextEdit): string {
  const start = from % (text.length + 1);
  const end = Math.min(text.length, start + length);
  const place = to % (text.length + 1);
  if (change === "cut") return text.slice(0, start);
  if (change === "drop") return text.slice(0, start) + text.slice(end);
  if (change === "insert") return text.slice(0, start) + added + text.slice(start);
  return text.slice(0, place) + text.slice(start, end) + text.slice(place);
}

/** webrtc-internals: a value in it may itself be JSON. */
function editedInternals(text: string, edits: readonly JsonEdit[]): string {
  return JSON.stringify(editedJson(JSON.parse(text), edits)) ?? "";
}

/** rtcstats: JSON a line, in which lines are edited, doubled, dropped and moved. */
function editedLines(text: string, edits: readonly (readonly [number, JsonEdit])[]): string {
  const lines = text.split("\n");
  for (const [at, edit] of edits) {
    const place = at % lines.length;
    const line = lines[place] as string;
    if (edit.place % 5 === 0) lines.splice(place, 1);
    else if (edit.place % 5 === 1) lines.splice((at * 31) % lines.length, 0, line);
    else if (line.startsWith("[")) lines[place] = JSON.stringify(editedJson(JSON.parse(line), [edit])) ?? "";
    if (lines.length === 0) return "";
  }
  return lines.join("\n");
}

const internals = fc
  .tuple(fc.constantFrom(...capturedDumps(".internals.json.gz")), fc.array(jsonEdit, { maxLength: 8 }))
  .map(([text, edits]) => editedInternals(text, edits));
const rtcstats = fc
  .tuple(fc.constantFrom(...capturedDumps(".rtcstats.gz")), fc.array(fc.tuple(fc.nat(), jsonEdit), { maxLength: 12 }))
  .map(([text, edits]) => editedLines(text, edits));
const dump: fc.Arbitrary<string> = fc
  .tuple(fc.oneof(internals, rtcstats), fc.oneof(fc.constant([]), fc.array(textEdit, { maxLength: 4 })))
  .map(([text, edits]) => edits.reduce(editedText, text));

const terminal = {
  style: styleFor({}, { NO_COLOR: "1" }),
  columns: 80,
  print: () => undefined,
  complain: () => undefined,
};

/** All that replay prints of it in one format; null where it is no dump. */
function judged(text: string, piece: number): readonly string[] | null {
  const judging = createJudging({});
  const reader = traceReader(judging, defaultTraceLimits);
  let stop = null;
  for (let start = 0; start < text.length && stop === null; start += piece) {
    stop = reader.push(text.slice(start, start + piece));
  }
  stop ??= reader.end();
  if (reader.format === null || (stop !== null && !stop.isPartial)) return null;
  const report = selectedConnections(judging.report("dump", reader.format, stop?.reason ?? null), []);
  const options = [{}, { json: true }, { ndjson: true }] as const;
  return options.map((option) => {
    const printer = printerFor({ json: false, profile: "webrtc-pc", ...option }, terminal);
    const printed = [...printer.file("dump", report, true), ...printer.end(createTotal())].join("");
    return withoutControls(printed, false);
  });
}

function run({ text, piece }: DumpCase): number {
  const whole = made("replay of a dump", text, () => judged(text, text.length || 1));
  const inPieces = made("replay of a dump in pieces", text, () => judged(text, piece));
  if (JSON.stringify(whole) !== JSON.stringify(inPieces)) throw new Defect("a dump in pieces is judged differently");
  const [, json = "", ndjson = ""] = whole ?? [];
  // A character made visible for a terminal would be no JSON: the JSON has none.
  made("reading the JSON of a dump", text, () => {
    for (const line of [json, ...ndjson.split("\n")]) if (line !== "") JSON.parse(line);
  });
  return 1;
}

const dumpCase: fc.Arbitrary<DumpCase> = fc.record({ text: dump, piece: fc.integer({ min: 7, max: 70_000 }) });

/** The dumps that `replay` reads: captures, edited as JSON and as text. */
export const dumps = target("dumps", dumpCase, run);
