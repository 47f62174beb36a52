import { useEffect, useLayoutEffect, useState } from "preact/hooks";
import { fragmentOf, scheduleOf } from "../schedule/fragment.ts";
import { groupsOf, placeAfter, placeBefore } from "../schedule/groups.ts";
import { movedTo, type Playing, played, playingAnew, playingOf } from "../schedule/playing.ts";
import { presets } from "../schedule/presets.ts";
import { emptySchedule, type Schedule, type ScheduleStep, type Setup } from "../schedule/schedule.ts";

/** The schedule of the page, which is that of its address, and what can be done with it. */
export function useSchedule() {
  const [playing, setPlaying] = useState<Playing>(() => playingOf(emptySchedule));
  const [everyTurn, setEveryTurn] = useState(false);
  const [complaint, setComplaint] = useState("");
  const groups = groupsOf(playing.steps, everyTurn);
  const move = (at: number) => setPlaying((now) => movedTo(now, at));
  const load = (next: Playing) => {
    setPlaying(next);
    setComplaint("");
  };
  useLayoutEffect(() => {
    const read = () => {
      if (location.hash.length <= 1) return load(playingOf(emptySchedule));
      // A longer one holds more steps than a schedule may have.
      const schedule = scheduleOf(location.hash.slice(1, longestFragment));
      if (schedule.ok) load(playingOf(schedule.value));
      else setComplaint(schedule.reason);
    };
    read();
    addEventListener("popstate", read);
    return () => removeEventListener("popstate", read);
  }, []);
  useEffect(() => {
    const isEmpty = playing.steps.length === 0 && location.hash.length <= 1;
    if (!isEmpty) keepInAddress(playing);
  }, [playing]);
  return {
    playing,
    everyTurn,
    setEveryTurn,
    complaints: [complaint, playing.complaint ?? ""].filter((text) => text !== ""),
    move,
    step: (next: ScheduleStep) => {
      setPlaying((now) => played(now, next, everyTurn));
      // A button may be gone that had the focus.
      setTimeout(focusWhatHappened);
    },
    begin: (setup: Setup) => load(playingAnew(setup)),
    openPreset(index: number) {
      const preset = presets[index];
      if (preset === undefined) return;
      // The schedule before it is one page back.
      history.pushState(null, "", `#${fragmentOf(preset.schedule)}`);
      load(playingOf(preset.schedule));
    },
    steps: {
      at: groups.filter(({ from }) => from < playing.at).length,
      of: groups.length,
      isAtEnd: playing.at === playing.steps.length,
      back: () => move(placeBefore(groups, playing.at)),
      forward: () => move(placeAfter(groups, playing.at)),
      start: () => move(0),
      end: () => move(playing.steps.length),
    },
  };
}

function keepInAddress(schedule: Schedule): void {
  try {
    history.replaceState(null, "", `#${fragmentOf(schedule)}`);
  } catch {
    // Some browsers refuse many changes in a row: the next one is kept.
  }
}

function focusWhatHappened(): void {
  if (document.activeElement === document.body) {
    document.querySelector<HTMLElement>(".now")?.focus({ preventScroll: true });
  }
}

const longestFragment = 30_000;
