import { failure, type Result, success } from "../result.ts";
import { unknownOption } from "../sdp/options.ts";
import { defaultOptions, type ResolvedOptions, resolveOptions, type SessionOptions } from "../session/options.ts";
import { type KnownDeviation, knownDeviationsFrom } from "./verdict/known-deviation.ts";

/** An oracle's options with every default filled in. */
export interface OracleSettings {
  readonly session: ResolvedOptions;
  readonly knownDeviations: readonly KnownDeviation[];
}

/**
 * Fills in the defaults; where an option is unknown or unusable, gives a clause that says why.
 *
 * @param others the names of further options, which are read elsewhere
 */
export function oracleSettings(options: unknown, others: readonly string[]): Result<OracleSettings> {
  if (typeof options !== "object" || options === null) return failure("the options must be an object");
  try {
    return readSettings(options, others);
  } catch {
    return failure("the options cannot be read");
  }
}

type UnreadOptions = SessionOptions & { readonly knownDeviations?: unknown };

const sessionOptionNames = Object.keys(defaultOptions) as readonly (keyof SessionOptions)[];

function readSettings(options: UnreadOptions, others: readonly string[]): Result<OracleSettings> {
  const unknown = unknownOption(options, [...sessionOptionNames, "knownDeviations", ...others]);
  if (unknown !== null) return failure(unknown);
  const session = resolveOptions(Object.fromEntries(sessionOptionNames.map((name) => [name, options[name]])));
  if (!session.ok) return session;
  const knownDeviations = knownDeviationsFrom(options.knownDeviations);
  return knownDeviations.ok
    ? success({ session: session.value, knownDeviations: knownDeviations.value })
    : knownDeviations;
}
