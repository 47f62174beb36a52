import picocolors from "picocolors";
import { visibleCharacter } from "../report/words.ts";

/** How text is set off; without colour, every function gives its text back. */
export type Style = Pick<ReturnType<typeof picocolors.createColors>, "bold" | "dim" | "green" | "red" | "yellow">;

/** What of the environment decides on colour. */
export type ColourEnvironment = { readonly [Name in "NO_COLOR" | "FORCE_COLOR" | "TERM"]?: string | undefined };

/**
 * The style for a stream: colour on a terminal that knows it. NO_COLOR disables colour, whatever else is set;
 * FORCE_COLOR enables it where there is no terminal, and disables it as `0`.
 */
export function styleFor(stream: { readonly isTTY?: boolean }, environment: ColourEnvironment): Style {
  return picocolors.createColors(isColoured(stream, environment));
}

function isColoured(
  { isTTY = false }: { readonly isTTY?: boolean },
  { NO_COLOR = "", FORCE_COLOR = "", TERM }: ColourEnvironment,
): boolean {
  if (NO_COLOR !== "") return false;
  if (FORCE_COLOR !== "") return FORCE_COLOR !== "0" && FORCE_COLOR !== "false";
  return isTTY && TERM !== "dumb";
}

/** A text of several lines with its other control characters made visible, but for colours where they are wanted. */
export function withoutControls(text: string, withColours: boolean): string {
  // Nearly always that is all, and it is found quickly.
  if (!/[^\n\x20-\x7e→…]/.test(text)) return text;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the colours begin with one
  return text.replace(/\u001b\[\d{1,2}m|(?!\n)\p{Cc}|\p{Cf}|\p{Cs}|[\u2028\u2029]/gu, (found) => {
    if (found.length === 1 || found.codePointAt(0) !== 0x1b) return visibleCharacter(found);
    return withColours ? found : `${visibleCharacter("\u001b")}${found.slice(1)}`;
  });
}
