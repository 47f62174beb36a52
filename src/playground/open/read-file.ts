import { reportsElement } from "../../report/embedded-reports.ts";
import { failure, type Result, success } from "../../result.ts";
import { readDump } from "../../viewer/open/read-dump.ts";
import { exploredTrace } from "../trace/explored-trace.ts";
import { arrayIn, objectIn } from "../trace/member.ts";
import type { OpenedTrace } from "../trace/opened-trace.ts";
import { reportedTrace } from "../trace/reported-trace.ts";

// Of the files that are read at once; a dump is read piece by piece.
const largestText = 64 * 1024 * 1024;

/**
 * The traces in a file: a dump that `observe`, `explore` or a browser has written, a page or JSON of `replay`, or JSON of
 * `explore`. The reason is a line.
 */
export async function readTraceFile(name: string, file: Blob): Promise<Result<readonly OpenedTrace[]>> {
  const start = await file.slice(0, 200).text();
  const isPage = /^\s*<!doctype html/i.test(start);
  if (isPage && file.size > largestText) return failure(`${name}: over ${largestText} bytes`);
  if (isPage) {
    const traces = tracesInPage(await file.text());
    return traces.length > 0 ? success(traces) : failure(`${name}: the page holds no report of replay --html`);
  }
  if (/^\s*\{/.test(start) && file.size <= largestText) {
    const trace = traceInJson(name, await file.text());
    if (trace !== null) return success([trace]);
  }
  const dump = await readDump(name, file);
  if (!dump.ok) return failure(`${dump.reason}. Open a dump, violation.json of explore, or what replay has written`);
  const trace = reportedTrace(name, dump.value);
  return trace === null ? failure(`${name}: it holds no connection`) : success([trace]);
}

const [opening = "", ending = ""] = reportsElement.split("[]");

function tracesInPage(page: string): readonly OpenedTrace[] {
  const from = page.indexOf(opening);
  const to = page.indexOf(ending, from);
  const reports = from < 0 || to < 0 ? null : jsonIn(page.slice(from + opening.length, to));
  return arrayIn(reports).flatMap((report) => {
    const { file } = objectIn(report);
    return reportedTrace(typeof file === "string" ? file.slice(0, 200) : "", report) ?? [];
  });
}

function traceInJson(name: string, text: string): OpenedTrace | null {
  const value = jsonIn(text) ?? connectionsOfLines(text);
  return exploredTrace(name, value) ?? reportedTrace(name, value);
}

// `replay --ndjson` prints each connection on a line of its own.
function connectionsOfLines(text: string): unknown {
  const connections = text
    .split("\n")
    .map((line) => objectIn(jsonIn(line)))
    .filter(({ steps }) => Array.isArray(steps));
  return connections.length === 0 ? null : { connections };
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
