// Writes everything that is generated from the code, or, with --check, says what is out of date and exits 1.
//
//   npm run generate [-- PATH]    only what lies below that path, as in `docs/api`
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { applicationsPage } from "../conformance/applications/page.ts";
import { readRecording as readApplications } from "../conformance/applications/recording.ts";
import { callsPages } from "../conformance/calls/calls-page.ts";
import { recordedLines } from "../conformance/explorations/lines/recording.ts";
import { explorationsPage } from "../conformance/explorations/page.ts";
import { readRecording as readExplorations } from "../conformance/explorations/recording.ts";
import { reportPages } from "../conformance/report/pages.ts";
import { callsRecordingPath, readRecording, recordingPath } from "../conformance/results/recording.ts";
import { readRecording as readWptRecording } from "../conformance/wpt/report/recording.ts";
import { wptPage } from "../conformance/wpt/report/wpt-page.ts";
import { apiPages } from "./docs/api.ts";
import { withCells } from "./docs/cells/section.ts";
import { connectionCoveragePage } from "./docs/connection-coverage.ts";
import { errorsPage } from "./docs/errors.ts";
import { legalityPage } from "./docs/legality.ts";
import { messagesPage } from "./docs/messages.ts";
import { sdpRulesPage } from "./docs/sdp-rules.ts";
import { sequencesPage } from "./docs/sequences/page.ts";
import { sequences } from "./docs/sequences/sequences.ts";
import { sequenceSvg } from "./docs/sequences/svg.ts";
import { stateDiagramPage } from "./docs/state-diagram.ts";
import { stateDiagramSvg } from "./docs/state-diagram-svg.ts";
import { edgeSource } from "./generate-edge.ts";
import { vectorFiles } from "./vectors/index.ts";

const [below = ""] = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));

// Written by hand, but for a table in it.
const guide = "docs/testing-applications.md";

const everything: readonly { path: string; content: string }[] = [
  { path: "src/signaling/edge.generated.ts", content: edgeSource() },
  { path: "docs/legality.md", content: legalityPage() },
  { path: "docs/state-diagram.md", content: stateDiagramPage() },
  { path: "docs/state-diagram.svg", content: await stateDiagramSvg() },
  { path: "docs/connection-coverage.md", content: connectionCoveragePage() },
  { path: "docs/errors.md", content: errorsPage() },
  { path: "docs/messages.md", content: messagesPage() },
  { path: "docs/sdp-rules.md", content: sdpRulesPage() },
  { path: guide, content: await withCells(readFileSync(guide, "utf8")) },
  { path: "docs/wpt.md", content: wptPage(readWptRecording()) },
  { path: "docs/applications.md", content: applicationsPage(readApplications()) },
  { path: "docs/explorations.md", content: explorationsPage(readExplorations(), recordedLines()) },
  { path: "docs/sequences.md", content: sequencesPage() },
  ...sequences.map((sequence) => ({ path: `docs/sequence-${sequence.name}.svg`, content: sequenceSvg(sequence) })),
  ...vectorFiles(),
  ...(await apiPages()),
  ...reportPages(readRecording(recordingPath)).map(({ path, content }) => ({ path: `docs/${path}`, content })),
  ...callsPages(readRecording(callsRecordingPath)).map(({ path, content }) => ({ path: `docs/${path}`, content })),
];
const generated = everything.filter(({ path }) => path.startsWith(below));

// Everything in this folder is generated: a page that no longer is has to go.
const generatedFolder = "docs/api";

function leftOver(): string[] {
  const paths = existsSync(generatedFolder)
    ? readdirSync(generatedFolder, { recursive: true, encoding: "utf8" })
        .filter((name) => name.endsWith(".md"))
        .map((name) => `${generatedFolder}/${name}`)
    : [];
  return paths.filter((path) => path.startsWith(below) && everything.every((file) => file.path !== path));
}

function stale(): string[] {
  return generated.filter(({ path, content }) => currentContent(path) !== content).map(({ path }) => path);
}

function currentContent(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}

if (process.argv.includes("--check")) {
  const outOfDate = [...stale(), ...leftOver()];
  for (const path of outOfDate) console.error(`${path} is out of date: run npm run generate`);
  process.exitCode = outOfDate.length === 0 ? 0 : 1;
} else {
  for (const { path, content } of generated) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
  for (const path of leftOver()) rmSync(path);
}
