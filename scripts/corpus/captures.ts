import { readdirSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { readTrace } from "../../src/trace/read-trace.ts";
import type { TracedConnection } from "../../src/trace/trace.ts";
import { type Judged, judgeConnection } from "./captured-connection.ts";
import { acceptedOf, type Group, type Named } from "./group.ts";

/** The rules that the descriptions break which Chromium was fed on purpose, in their order, by capture and connection. */
const brokenOnPurpose: Readonly<Record<string, readonly string[]>> = {
  "munged-and-invalid-sdp 8-2": ["D5", "D7"],
};

/** Sets every description of every capture on a session for its connection: only those made invalid are refused. */
export function captures(folder: URL): Group[] {
  const files = readdirSync(folder).filter((name) => /\.(internals\.json|rtcstats\.gz)$/.test(name));
  return files.sort().map((file) => {
    const reading = readTrace(contentOf(new URL(file, folder)));
    if (!reading.ok) return { title: file, summary: "unreadable", named: [], wrong: [reading.reason] };
    const capture = file.slice(0, file.indexOf("."));
    return groupOf(file, capture, reading.value.connections);
  });
}

function contentOf(file: URL): string {
  const bytes = readFileSync(file);
  return (file.pathname.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
}

function groupOf(title: string, capture: string, connections: readonly TracedConnection[]): Group {
  const judged = connections.map((connection) => {
    const all = judgeConnection(connection);
    return { all, wrong: wrongOf(all, brokenOnPurpose[`${capture} ${connection.id}`] ?? []) };
  });
  const all = judged.flatMap((connection) => connection.all);
  const refused = all.flatMap(({ name, refusal }): Named[] => (refusal === null ? [] : [[name, refusal.message]]));
  const summary = acceptedOf(all.length, refused.length);
  return { title, summary, named: refused, wrong: judged.flatMap(({ wrong }) => wrong) };
}

/** A refusal for the state must be Chromium's too; one for the SDP must be of what was broken on purpose. */
function wrongOf(judged: readonly Judged[], onPurpose: readonly string[]): string[] {
  const wrong = judged.flatMap(({ name, refusal, refusedByChromium }) => {
    if (refusal === null) return refusedByChromium ? [`${name}: accepted, and refused by Chromium`] : [];
    return refusedByChromium ? [] : [`${name}: refused, and accepted by Chromium`];
  });
  const rules = judged.flatMap(({ refusal }) => refusal?.rule ?? []);
  if (rules.join() === onPurpose.join()) return wrong;
  return [...wrong, `breaks ${rules.join(", ") || "no rule"}, where ${onPurpose.join(", ") || "none"} is to be broken`];
}
