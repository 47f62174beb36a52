import picocolors from "picocolors";
import { visibleCharacter } from "../report/words.ts";

/** How text is set off; without colour, every function gives its text back. */
export type Style = Pick<ReturnType<typeof picocolors.createColors>, "bold" | "dim" | "green" | "red" | "yellow">;

/** The style for a stream: colour only on a terminal, and not where the environment disables it. */
export function styleFor(stream: { readonly isTTY?: boolean }): Style {
  return picocolors.createColors(stream.isTTY === true && picocolors.isColorSupported);
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
