import { render } from "preact";
import type { DetailedReport } from "../report/detailed-report.ts";
import { Page } from "./page/page.tsx";

const reports: readonly DetailedReport[] = JSON.parse(document.getElementById("reports")?.textContent ?? "[]");

render(<Page reports={reports} />, document.body);
