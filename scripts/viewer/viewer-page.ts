// The pages of the package: dist/viewer.html, which `replay --html` also writes, and dist/playground.html.
import { reportsElement } from "../../src/report/embedded-reports.ts";
import { bundledPage } from "./bundled-page.ts";
import { litDiagram } from "./lit-diagram.ts";

/** The page of `replay --html`, without a report. */
export function viewerPage(): string {
  return bundledPage({
    title: "jsep-machine: judge a WebRTC dump",
    style: "viewer/viewer.css",
    script: "viewer/main.tsx",
    data: reportsElement,
  });
}

/** The playground. */
export async function playgroundPage(): Promise<string> {
  return bundledPage({
    title: "jsep-machine playground",
    style: "playground/playground.css",
    script: "playground/main.tsx",
    data: `<template id="state-diagram">${await litDiagram()}</template>`,
  });
}
