import { presets } from "../schedule/presets.ts";

/** What keys do. */
export interface KeyActions {
  readonly back: () => void;
  readonly forward: () => void;
  readonly start: () => void;
  readonly end: () => void;
}

const playgroundKeys: readonly (readonly [keys: readonly string[], does: string])[] = [
  [["→", "j"], "forward"],
  [["←", "k"], "back"],
  [["Home"], "to the start"],
  [["End"], "to the end"],
  [["Ctrl Z"], "undo"],
  [["Ctrl Y"], "redo"],
  [[`1 … ${presets.length}`], "a preset"],
  [["Tab", "Enter"], "to a button, and press it"],
];

/** What a key does that was pressed anywhere in the page; null where it does nothing of its own. */
export function keyAction(
  event: KeyboardEvent,
  actions: KeyActions,
  preset: (index: number) => void,
): (() => void) | null {
  if (event.ctrlKey || event.metaKey) return undoing(event, actions);
  const { target } = event;
  const isTyping =
    target instanceof HTMLInputElement ? target.type !== "checkbox" : target instanceof HTMLSelectElement;
  return event.altKey || isTyping ? null : pressed(event, actions, preset);
}

function undoing({ key, shiftKey }: KeyboardEvent, { back, forward }: KeyActions): (() => void) | null {
  if (key === "y" || (key.toLowerCase() === "z" && shiftKey)) return forward;
  return key === "z" ? back : null;
}

function pressed(
  { key }: KeyboardEvent,
  { back, forward, start, end }: KeyActions,
  preset: (index: number) => void,
): (() => void) | null {
  if (key === "ArrowRight" || key === "j") return forward;
  if (key === "ArrowLeft" || key === "k") return back;
  if (key === "Home") return start;
  if (key === "End") return end;
  return /^[1-9]$/.test(key) ? () => preset(Number(key) - 1) : null;
}

/** The keys, listed. */
export function KeyList() {
  return (
    <ul class="keys" aria-label="Keys">
      {playgroundKeys.map(([keys, does]) => (
        <li key={does}>
          {keys.map((key) => (
            <kbd key={key}>{key}</kbd>
          ))}{" "}
          {does}
        </li>
      ))}
    </ul>
  );
}
