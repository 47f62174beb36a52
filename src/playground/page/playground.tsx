import { useEffect, useLayoutEffect, useMemo, useState } from "preact/hooks";
import { printable } from "../../report/words.ts";
import { readTraceFile } from "../open/read-file.ts";
import type { OpenedTrace } from "../trace/opened-trace.ts";
import { type ConnectionPair, likeliestPair, shownPair } from "../trace/shown-pair.ts";
import { Presets, SetupChoice, StepButtons } from "./controls.tsx";
import { type KeyActions, KeyList } from "./keys.tsx";
import { listenTo } from "./listeners.ts";
import { OpenedFiles, OpenTrace } from "./opened-files.tsx";
import { ScheduleView } from "./schedule-view.tsx";
import { TraceView } from "./trace-view.tsx";
import { useSchedule } from "./use-schedule.ts";

interface ShownSteps extends KeyActions {
  readonly at: number;
  readonly of: number;
  readonly isAtEnd: boolean;
}

/** The whole page: a schedule, and the traces that are opened. */
export function Playground() {
  const schedule = useSchedule();
  const [traces, setTraces] = useState<readonly OpenedTrace[]>([]);
  const [chosen, choose] = useState<number | null>(null);
  const [pairs, setPairs] = useState<Readonly<Record<number, ConnectionPair>>>({});
  const [places, setPlaces] = useState<Readonly<Record<number, number>>>({});
  const [notices, setNotices] = useState<readonly string[]>([]);
  const trace = chosen === null ? null : (traces[chosen] ?? null);
  const connections = chosen === null ? undefined : pairs[chosen];
  const pair = useMemo(
    () => (trace === null ? null : shownPair(trace, connections ?? likeliestPair(trace))),
    [trace, connections],
  );
  const place = chosen === null ? 0 : (places[chosen] ?? 0);
  const movePlace = (to: number) =>
    chosen !== null && setPlaces({ ...places, [chosen]: Math.min(Math.max(0, to), pair?.steps.length ?? 0) });
  const steps: ShownSteps =
    pair === null
      ? schedule.steps
      : {
          at: place,
          of: pair.steps.length,
          isAtEnd: place === pair.steps.length,
          back: () => movePlace(place - 1),
          forward: () => movePlace(place + 1),
          start: () => movePlace(0),
          end: () => movePlace(pair.steps.length),
        };

  const open = async (files: readonly File[]) => {
    const read: OpenedTrace[] = [];
    const refused: string[] = [];
    for (const file of files) {
      setNotices([`Reading ${file.name} …`]);
      // Reading may hold the page up: the notice is drawn first.
      await new Promise((resolve) => setTimeout(resolve, 30));
      const result = await readTraceFile(file.name, file);
      if (result.ok) read.push(...result.value);
      else refused.push(result.reason);
    }
    setNotices(refused);
    if (read.length === 0) return;
    setTraces([...traces, ...read]);
    choose(traces.length);
  };
  const preset = (index: number) => {
    choose(null);
    setNotices([]);
    schedule.openPreset(index);
  };

  // Before anything is drawn: a file may be dropped at once.
  useLayoutEffect(() => listenTo({ steps, open, preset }));
  useEffect(() => {
    document.title = trace === null ? "jsep-machine playground" : `${printable(trace.file)} – jsep-machine playground`;
  }, [trace]);

  const said = [...notices, ...(trace === null ? schedule.complaints : [])];
  return (
    <>
      <header>
        <h1 class="name">jsep-machine playground</h1>
        <Presets onPreset={preset} />
        <OpenTrace onFiles={open} />
      </header>
      <div class="controls">
        <StepButtons at={steps.at} of={steps.of} isAtEnd={steps.isAtEnd} actions={steps} />
      </div>
      <main>
        <OpenedFiles traces={traces} chosen={chosen} onChoose={choose} />
        {trace === null && (
          <SetupChoice
            setup={schedule.playing.setup}
            onSetup={schedule.begin}
            everyTurn={schedule.everyTurn}
            onEveryTurn={schedule.setEveryTurn}
          />
        )}
        <div role="status">
          {said.map((text) => (
            <p key={text} class="complaint">
              {printable(text)}
            </p>
          ))}
        </div>
        {trace === null || pair === null || chosen === null ? (
          <ScheduleView
            playing={schedule.playing}
            everyTurn={schedule.everyTurn}
            onStep={schedule.step}
            onMove={schedule.move}
          />
        ) : (
          <TraceView
            key={chosen}
            trace={trace}
            pair={pair}
            at={place}
            onMove={movePlace}
            onPair={(both) => {
              setPairs({ ...pairs, [chosen]: both });
              setPlaces({ ...places, [chosen]: 0 });
            }}
          />
        )}
      </main>
      <footer>
        <KeyList />
        <p class="quiet">This page makes no request. The link in the address bar is the schedule.</p>
      </footer>
    </>
  );
}
