import { useEffect, useLayoutEffect, useState } from "preact/hooks";
import { fragmentOf, scheduleOf } from "../schedule/fragment.ts";
import { groupsOf, placeAfter, placeBefore } from "../schedule/groups.ts";
import { movedTo, type Playing, played, playingAnew, playingOf } from "../schedule/playing.ts";
import type { Preset } from "../schedule/presets.ts";
import { emptySchedule, type ScheduleStep } from "../schedule/schedule.ts";
import { Presets, SetupChoice, StepButtons } from "./controls.tsx";
import { KeyList, keyListener } from "./keys.tsx";
import { ScheduleView } from "./schedule-view.tsx";

/** The whole page. */
export function Playground() {
  const [playing, setPlaying] = useState<Playing>(() => playingOf(emptySchedule));
  const [everyTurn, setEveryTurn] = useState(false);
  const [caption, setCaption] = useState("");
  const [complaint, setComplaint] = useState("");
  const groups = groupsOf(playing.steps, everyTurn);

  const step = (next: ScheduleStep) => setPlaying((now) => played(now, next, everyTurn));
  const move = (at: number) => setPlaying((now) => movedTo(now, at));
  const back = () => move(placeBefore(groups, playing.at));
  const forward = () => move(placeAfter(groups, playing.at));
  const load = (next: Playing, shows: string) => {
    setPlaying(next);
    setCaption(shows);
    setComplaint("");
  };
  const open = (preset: Preset) => {
    load(playingOf(preset.schedule), preset.shows);
    history.pushState(null, "", `#${fragmentOf(preset.schedule)}`);
  };

  useLayoutEffect(() => {
    const read = () => {
      if (location.hash === `#${fragmentOf(playing)}`) return;
      if (location.hash.length <= 1) return load(playingOf(emptySchedule), "");
      const schedule = scheduleOf(location.hash.slice(0, mostFragment));
      if (schedule.ok) load(playingOf(schedule.value), "");
      else setComplaint(schedule.reason);
    };
    read();
    addEventListener("popstate", read);
    return () => removeEventListener("popstate", read);
  }, []);
  useEffect(() => {
    if (playing.steps.length > 0 || location.hash.length > 1) history.replaceState(null, "", `#${fragmentOf(playing)}`);
  }, [playing]);
  useLayoutEffect(() => {
    const press = keyListener({ back, forward, start: () => move(0), end: () => move(playing.steps.length) });
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  });

  const shown = groups.filter(({ from }) => from < playing.at).length;
  return (
    <>
      <header>
        <h1 class="name">jsep-machine playground</h1>
        <Presets onPreset={open} />
      </header>
      <div class="controls">
        <StepButtons
          at={shown}
          of={groups.length}
          onBack={back}
          onForward={forward}
          onMove={(end) => move(end === "start" ? 0 : playing.steps.length)}
        />
        <SetupChoice setup={playing.setup} onSetup={(setup) => load(playingAnew(setup), "")} />
        <label class="turns">
          <input
            type="checkbox"
            checked={everyTurn}
            onChange={({ currentTarget }) => setEveryTurn(currentTarget.checked)}
          />{" "}
          Run the event loops by hand
        </label>
      </div>
      <main>
        <div role="status">
          {[complaint, playing.complaint].map(
            (text) => text !== null && text !== "" && <p class="complaint">{text}</p>,
          )}
        </div>
        <ScheduleView playing={playing} everyTurn={everyTurn} caption={caption} onStep={step} onMove={move} />
      </main>
      <footer>
        <KeyList />
        <p class="quiet">This page makes no request. The link in the address bar is the schedule.</p>
      </footer>
    </>
  );
}

const mostFragment = 30_000;
