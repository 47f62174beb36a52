import { useEffect, useLayoutEffect, useState } from "preact/hooks";
import type { DetailedReport } from "../../report/detailed-report.ts";
import { printable } from "../../report/words.ts";
import { Introduction, OpenDump } from "../open/open-dump.tsx";
import { readDump } from "../open/read-dump.ts";
import { pageKeys, pressKey } from "./keys.ts";
import { ReportView } from "./report-view.tsx";

/** The whole page: the reports that it came with, and the dumps that are opened in it. */
export function Page({ reports: first }: { readonly reports: readonly DetailedReport[] }) {
  const [reports, setReports] = useState(first);
  const [chosen, choose] = useState(0);
  const [complaints, setComplaints] = useState<readonly string[]>([]);
  const [reading, setReading] = useState<string | null>(null);
  const report = reports[chosen];

  const open = async (files: readonly File[]) => {
    const read: DetailedReport[] = [];
    const refused: string[] = [];
    for (const file of files) {
      setReading(file.name);
      // Judging holds the page up: what is being read is drawn first.
      await new Promise((resolve) => setTimeout(resolve, 30));
      const result = await readDump(file.name, file);
      if (result.ok) read.push(result.value);
      else refused.push(result.reason);
    }
    setReading(null);
    setComplaints(refused);
    if (read.length === 0) return;
    setReports([...reports, ...read]);
    choose(reports.length);
  };

  // Before anything is drawn: a dump may be dropped at once.
  useLayoutEffect(() => listen(open));
  useEffect(() => {
    document.title =
      report === undefined ? "jsep-machine: judge a WebRTC dump" : `${printable(report.file)} – jsep-machine replay`;
  }, [report]);

  return (
    <>
      <header>
        <span class="name">jsep-machine</span>
        {report !== undefined && <OpenDump onFiles={open} isFirst={false} />}
      </header>
      <main>
        <div role="status">
          {reading !== null && <p class="reading">Judging {printable(reading)} …</p>}
          {complaints.map((complaint) => (
            <p key={complaint} class="complaint">
              {printable(complaint)}
            </p>
          ))}
        </div>
        {reports.length > 1 && (
          <nav class="reports" aria-label="Dumps">
            {reports.map(({ file }, index) => (
              <button key={index} type="button" aria-pressed={index === chosen} onClick={() => choose(index)}>
                {printable(file)}
              </button>
            ))}
          </nav>
        )}
        {report === undefined ? (
          <article class="empty">
            <h1>What went wrong in this WebRTC call?</h1>
            <OpenDump onFiles={open} isFirst={true} />
            <Introduction />
          </article>
        ) : (
          <ReportView key={chosen} report={report} />
        )}
      </main>
      <footer>
        {report !== undefined && (
          <ul class="keys" aria-label="Keys">
            {pageKeys.map(([key, does]) => (
              <li key={key}>
                {key.split(" ").map((name) => (
                  <kbd key={name}>{name}</kbd>
                ))}{" "}
                {does}
              </li>
            ))}
          </ul>
        )}
        <p class="quiet">This page makes no request. Addresses, credentials and fingerprints are hidden.</p>
      </footer>
    </>
  );
}

function listen(open: (files: readonly File[]) => void): () => void {
  const over = (event: DragEvent) => event.preventDefault();
  const drop = (event: DragEvent) => {
    event.preventDefault();
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length > 0) open(files);
  };
  const paste = ({ clipboardData, target }: ClipboardEvent) => {
    if (target instanceof HTMLInputElement && target.type === "search") return;
    const text = clipboardData?.getData("text") ?? "";
    const files = [...(clipboardData?.files ?? [])];
    if (files.length > 0) open(files);
    else if (text.trim() !== "") open([new File([text], "pasted dump")]);
  };
  // Paper has no button for more.
  const print = () => document.querySelector<HTMLElement>("[data-all]")?.click();
  const listeners = { dragover: over, drop, paste, keydown: pressKey, beforeprint: print } as const;
  for (const [type, listener] of Object.entries(listeners)) addEventListener(type, listener as EventListener);
  return () => {
    for (const [type, listener] of Object.entries(listeners)) removeEventListener(type, listener as EventListener);
  };
}
