import { createSession } from "../session/create-session.ts";
import type { SessionOptions } from "../session/options.ts";
import type { Session } from "../session/session.ts";
import { noCalls } from "./calls/open-calls.ts";
import { noLogStates } from "./evidence/log-states.ts";
import { noneUnseen } from "./expected/creations.ts";
import { frozen } from "./frozen.ts";
import { misfitIn } from "./misfit.ts";
import { oracleSettings } from "./options.ts";
import type { OracleState } from "./state.ts";
import { noHistory } from "./verdict/history.ts";
import type { KnownDeviation } from "./verdict/known-deviation.ts";
import { noTrouble } from "./verdict/trouble.ts";

declare const internals: unique symbol;

/** Where the oracle of one peer connection stands: immutable plain data, which survives structuredClone and JSON. */
export interface Oracle {
  /** What the connection remembers, by the specification, or by what was observed where that differed. */
  readonly session: Session;
  readonly knownDeviations: readonly KnownDeviation[];
  /** Everything else is for the functions that take an oracle. */
  readonly [internals]: never;
}

/** What an oracle judges by: the session's options, and the deviations that are known of the implementation. */
export interface OracleOptions extends SessionOptions {
  /** Differences that count apart, until they are mended. Default none. */
  readonly knownDeviations?: readonly KnownDeviation[] | undefined;
}

/**
 * Starts to follow a peer connection, in stable.
 *
 * @param options the options of createSession(), and `knownDeviations`
 * @throws TypeError where an option is unknown or unusable
 * @see https://w3c.github.io/webrtc-pc/#interface-definition
 */
export function createOracle(options: OracleOptions = {}): Oracle {
  return createOracleFor("createOracle", options);
}

/**
 * The oracle of a function that takes an oracle's options, among others.
 *
 * @param functionName the name that a TypeError begins with
 * @param others the names of the other options
 */
export function createOracleFor(functionName: string, options: OracleOptions, others: readonly string[] = []): Oracle {
  const settings = oracleSettings(options, others);
  if (!settings.ok) throw new TypeError(`${functionName}: ${settings.reason}`);
  const { session, knownDeviations } = settings.value;
  return opaque({
    session: createSession(session),
    unseenSdp: [],
    knownDeviations,
    creations: { unseen: noneUnseen, answering: null },
    heard: noLogStates,
    open: noCalls,
    ahead: null,
    early: [],
    closed: null,
    calls: 0,
    lastSettled: null,
    missed: null,
    unexplained: null,
    history: noHistory,
    trouble: noTrouble,
  });
}

/** A state as users see it, frozen. */
export function opaque(state: OracleState): Oracle {
  return frozen(state) as OracleState & Oracle;
}

/**
 * What is behind an oracle.
 *
 * @param functionName the name of the function that was called with it
 * @throws TypeError where the value is not an oracle
 */
export function internalsOf(functionName: string, oracle: unknown): OracleState {
  const misfit = misfitIn(oracle);
  if (misfit === null) return oracle as OracleState;
  const found = misfit === "" ? "" : `; found an object whose member ${misfit} is missing or unusable`;
  throw new TypeError(
    `the first argument must be an oracle: createOracle() makes the first, and ${functionName}() takes a JSON copy too${found}`,
  );
}
