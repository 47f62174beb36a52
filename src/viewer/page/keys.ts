/** The keys of the page, as its last lines list them. */
export const pageKeys: readonly (readonly [key: string, does: string])[] = [
  ["↓ j", "next call"],
  ["↑ k", "call before"],
  ["n", "next problem"],
  ["Enter", "open or close the SDP"],
  ["Esc", "close, or leave the search"],
  ["/", "search"],
];

/** Handles a key pressed anywhere in the page. */
export function pressKey(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const target = event.target instanceof HTMLElement ? event.target : document.body;
  if (event.key === "Escape") leave(target);
  else if (!isTyping(target) && act(event.key, target)) event.preventDefault();
}

function act(key: string, target: HTMLElement): boolean {
  switch (key) {
    case "j":
      return move(1, "[data-step]");
    case "k":
      return move(-1, "[data-step]");
    case "n":
      return move(
        1,
        "[data-verdict='illegal-call'] > [data-step], [data-verdict='divergence'] > [data-step]",
        "[data-all]",
      );
    // Where something else has the focus, these scroll.
    case "ArrowDown":
      return (target === document.body || target.matches("[data-step]")) && move(1, "[data-step]");
    case "ArrowUp":
      return target.matches("[data-step]") && move(-1, "[data-step]");
    case "/": {
      const search = document.querySelector<HTMLInputElement>("input[type=search]");
      search?.select();
      search?.focus();
      return search !== null;
    }
    default:
      return false;
  }
}

function move(by: 1 | -1, selector: string, more = "[data-more]"): boolean {
  const steps = [...document.querySelectorAll<HTMLElement>(selector)];
  const { activeElement } = document;
  const here = activeElement?.matches("[data-step]") === true ? activeElement : null;
  const next =
    by === 1 ? steps.find((step) => isAfter(step, here)) : steps.reverse().find((step) => isAfter(here, step));
  if (next === undefined) {
    // Those that follow are not drawn yet.
    if (by === 1) document.querySelector<HTMLElement>(more)?.click();
    return here !== null;
  }
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: "nearest" });
  return true;
}

function isAfter(step: Element | null, other: Element | null): boolean {
  if (step === null) return false;
  return other === null || (other.compareDocumentPosition(step) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

function isTyping(target: HTMLElement): boolean {
  return target.matches("input:not([type=checkbox]), textarea, select");
}

function leave(target: HTMLElement): void {
  if (isTyping(target)) target.blur();
  else document.querySelector<HTMLElement>("[data-step]:focus[aria-expanded=true]")?.click();
}
