// The connection of the library, which also reports the inputs that the guide's class gives it and what comes of them, in the
// words of the sequence diagrams. Loaded in place of "jsep-machine/connection" by the class.
import * as library from "../../../src/entries/connection.ts";

export * from "../../../src/entries/connection.ts";

let report: (line: string) => void = () => {};

/** Who hears of the inputs. */
export function onInput(listener: (line: string) => void): void {
  report = listener;
}

export function step(connection: library.Connection, input: library.Input) {
  const stepped = library.step(connection, input);
  report(`pc -> jsep: ${inWords(input)}`);
  report(`jsep --> pc: ${stepped.effects.map(effectInWords).join(", ") || "nothing to do"}`);
  return stepped;
}

function inWords(input: library.Input): string {
  if (input.type !== "call") return input.type;
  const description = "description" in input ? (input.description as { type?: string } | undefined) : undefined;
  return `${input.method}(${description?.type ?? ""})`;
}

function effectInWords(effect: library.Effect): string {
  if (effect.type !== "start") return effect.type;
  const { work } = effect;
  return `start ${work.kind === "apply-description" ? `apply ${work.description.type}` : work.kind}`;
}
