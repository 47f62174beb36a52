import type { Recording } from "../results/recording.ts";
import { mainPage } from "./main-page.ts";
import { reproductionsPage } from "./reproductions-page.ts";
import { stackPage } from "./stack-page.ts";

/** A page, and where it lies below the folder of the docs. */
export interface ReportPage {
  readonly path: string;
  readonly content: string;
}

/** Every page of the report. Nothing in them depends on when, where or how fast the stacks ran. */
export function reportPages(recording: Recording): readonly ReportPage[] {
  return [
    { path: "conformance.md", content: mainPage(recording) },
    { path: "conformance/reproductions.md", content: reproductionsPage() },
    ...recording.runs.map((run) => ({ path: `conformance/${run.stack.name}.md`, content: stackPage(run) })),
  ];
}
