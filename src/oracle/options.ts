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
  const read = readMembers(options, others);
  return read.ok ? settingsFrom(read.value) : read;
}

const sessionOptionNames = Object.keys(defaultOptions) as readonly (keyof SessionOptions)[];

const oracleOptionNames = [...sessionOptionNames, "knownDeviations"] as const;

type ReadOptions = { readonly [Name in (typeof oracleOptionNames)[number]]?: unknown };

// Each member is read once, whatever its getter does.
function readMembers(options: object, others: readonly string[]): Result<ReadOptions> {
  let reading: string | null = null;
  try {
    const unknown = unknownOption(options, [...oracleOptionNames, ...others]);
    if (unknown !== null) return failure(unknown);
    const read: Record<string, unknown> = {};
    for (const name of oracleOptionNames) {
      reading = name;
      read[name] = (options as ReadOptions)[name];
    }
    return success(read);
  } catch {
    return failure(unreadableOptions(reading));
  }
}

function settingsFrom({ knownDeviations: declared, ...options }: ReadOptions): Result<OracleSettings> {
  const session = valueUnlessThrown(() => resolveOptions(options));
  if (session === null) return failure(unreadableOptions(memberThatThrows(options)));
  if (!session.ok) return session;
  const knownDeviations = valueUnlessThrown(() => knownDeviationsFrom(declared));
  if (knownDeviations === null) return failure(unreadableOptions("knownDeviations"));
  return knownDeviations.ok
    ? success({ session: session.value, knownDeviations: knownDeviations.value })
    : knownDeviations;
}

// The option whose value cannot be read, such as a profile whose getters throw.
function memberThatThrows(options: ReadOptions): string | null {
  return (
    sessionOptionNames.find((name) => valueUnlessThrown(() => resolveOptions({ [name]: options[name] })) === null) ??
    null
  );
}

function valueUnlessThrown<Value>(read: () => Value): Value | null {
  try {
    return read();
  } catch {
    return null;
  }
}

function unreadableOptions(name: string | null): string {
  return name === null ? "the options cannot be read" : `the options cannot be read: ${name} throws`;
}
