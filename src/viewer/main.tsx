import { render } from "preact";
import type { DetailedReport } from "../report/detailed-report.ts";
import { Page } from "./page/page.tsx";

const reports: readonly DetailedReport[] = JSON.parse(document.getElementById("reports")?.textContent ?? "[]");

const root = document.getElementById("page") ?? document.body;
// A page that was saved from a browser holds what was drawn.
root.textContent = "";
render(<Page reports={reports} />, root);
