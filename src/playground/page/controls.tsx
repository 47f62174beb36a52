import { peerNames } from "../../exploration/world.ts";
import { negotiationNamed, negotiations } from "../schedule/negotiations.ts";
import { presets } from "../schedule/presets.ts";
import type { Setup } from "../schedule/schedule.ts";
import type { KeyActions } from "./keys.tsx";

/** The schedules that show something. */
export function Presets({ onPreset }: { readonly onPreset: (index: number) => void }) {
  return (
    <nav class="presets" aria-label="Presets">
      {presets.map((preset, index) => (
        <button
          key={preset.name}
          type="button"
          data-preset={index}
          title={preset.shows}
          onClick={() => onPreset(index)}
        >
          {preset.name}
        </button>
      ))}
    </nav>
  );
}

/** What negotiates at each peer, and who runs their event loops. */
export function SetupChoice({
  setup,
  onSetup,
  everyTurn,
  onEveryTurn,
}: {
  readonly setup: Setup;
  /** Begins anew. */
  readonly onSetup: (setup: Setup) => void;
  readonly everyTurn: boolean;
  readonly onEveryTurn: (everyTurn: boolean) => void;
}) {
  return (
    <div class="setup">
      {peerNames.map((peer) => (
        <label key={peer}>
          <span class="badge" data-peer={peer}>
            {peer}
          </span>{" "}
          negotiates{" "}
          <select
            data-setup={peer}
            value={setup[peer]}
            title={negotiations[setup[peer]].does}
            onChange={({ currentTarget }) => {
              const name = negotiationNamed(currentTarget.value);
              if (name !== null) onSetup({ ...setup, [peer]: name });
            }}
          >
            {Object.entries(negotiations).map(([name, { title }]) => (
              <option key={name} value={name}>
                {title.toLowerCase()}
              </option>
            ))}
          </select>
        </label>
      ))}
      <label class="turns">
        <input
          type="checkbox"
          checked={everyTurn}
          onChange={({ currentTarget }) => onEveryTurn(currentTarget.checked)}
        />{" "}
        Step by single turns of the event loops
      </label>
    </div>
  );
}

/** Forwards and backwards. */
export function StepButtons({
  at,
  of,
  isAtEnd,
  actions: { back, forward, start, end },
}: {
  /** In steps as they are shown. */
  readonly at: number;
  readonly of: number;
  readonly isAtEnd: boolean;
  readonly actions: KeyActions;
}) {
  return (
    <fieldset class="transport" aria-label="Steps">
      <button type="button" data-go="start" disabled={at === 0} onClick={start}>
        « Start
      </button>
      <button type="button" data-go="back" disabled={at === 0} onClick={back}>
        ◀ Back
      </button>
      <output class="place">
        step {at} of {of}
      </output>
      <button type="button" class="main" data-go="forward" disabled={isAtEnd} onClick={forward}>
        Forward ▶
      </button>
      <button type="button" data-go="end" disabled={isAtEnd} onClick={end}>
        End »
      </button>
    </fieldset>
  );
}
