import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { root } from "./command.ts";
import { reportPages } from "./report/pages.ts";
import { callsRecordingPath, type Recording, recordingPath, writeRecording } from "./results/recording.ts";

/** Where the recording and the pages go, below the root. */
export interface ReportFiles {
  readonly recording: string;
  readonly docs: string;
}

/** The repository's own files: what `npm run docs:check` compares. */
export const committedFiles: ReportFiles = { recording: recordingPath, docs: "docs" };

/** Those of the run with overlapping calls. */
export const committedCallsFiles: ReportFiles = { recording: callsRecordingPath, docs: "docs" };

/** Files in a folder of the user's. */
export function filesIn(folder: string): ReportFiles {
  return { recording: join(folder, "recording.json.gz"), docs: folder };
}

/** Writes the recording, and the pages that are made from it. */
export function writeReport(files: ReportFiles, recording: Recording, pagesOf = reportPages): void {
  const pages = pagesOf(recording).map(({ path, content }) => ({ path: join(files.docs, path), content }));
  for (const { path, content } of pages) {
    const file = resolve(root, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  writeRecording(resolve(root, files.recording), recording);
  console.log(`written: ${[files.recording, ...pages.map(({ path }) => path)].join(", ")}`);
}
