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
  [["1 … 6"], "a preset"],
  [["Tab", "Enter"], "to a button, and press it"],
];

/** Handles a key pressed anywhere in the page. */
export function keyListener(actions: KeyActions): (event: KeyboardEvent) => void {
  return (event) => {
    const { target } = event;
    const isTyping =
      target instanceof HTMLInputElement ? target.type !== "checkbox" : target instanceof HTMLSelectElement;
    const act =
      event.ctrlKey || event.metaKey
        ? undoing(event, actions)
        : event.altKey || isTyping
          ? null
          : pressed(event, actions);
    if (act === null) return;
    event.preventDefault();
    act();
  };
}

function undoing({ key, shiftKey }: KeyboardEvent, { back, forward }: KeyActions): (() => void) | null {
  if (key === "y" || (key.toLowerCase() === "z" && shiftKey)) return forward;
  return key === "z" ? back : null;
}

function pressed({ key }: KeyboardEvent, { back, forward, start, end }: KeyActions): (() => void) | null {
  if (key === "ArrowRight" || key === "j") return forward;
  if (key === "ArrowLeft" || key === "k") return back;
  if (key === "Home") return start;
  if (key === "End") return end;
  if (!/^[1-9]$/.test(key)) return null;
  const preset = document.querySelector<HTMLElement>(`[data-preset="${Number(key) - 1}"]`);
  return preset === null ? null : () => preset.click();
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
