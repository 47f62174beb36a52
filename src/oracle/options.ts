import { defaultOptions, type SessionOptions } from "../session/options.ts";

/** The names of an oracle's options. */
export const oracleOptionNames: readonly string[] = [...Object.keys(defaultOptions), "knownDeviations"];

/** The options among them that a session takes; each member is read once. */
export function sessionOptionsIn(options: SessionOptions): SessionOptions {
  if (typeof options !== "object" || options === null) return options;
  const names = Object.keys(defaultOptions) as (keyof SessionOptions)[];
  return Object.fromEntries(names.map((name) => [name, options[name]]));
}

/** Refuses options with a name that is not known. @throws TypeError that names the first of them */
export function refuseUnknownOptions(caller: string, options: unknown, known: readonly string[]): void {
  if (typeof options !== "object" || options === null) throw new TypeError(`${caller}: the options must be an object`);
  const unknown = Object.keys(options).find((name) => !known.includes(name));
  if (unknown !== undefined) throw new TypeError(`${caller}: unknown option \`${unknown}\``);
}
