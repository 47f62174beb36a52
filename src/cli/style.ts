import picocolors from "picocolors";

/** How text is set off; without colour, every function gives its text back. */
export type Style = Pick<ReturnType<typeof picocolors.createColors>, "bold" | "dim" | "green" | "red" | "yellow">;

/** The style for a stream: colour only on a terminal, and not where the environment disables it. */
export function styleFor(stream: { readonly isTTY?: boolean }): Style {
  return picocolors.createColors(stream.isTTY === true && picocolors.isColorSupported);
}
