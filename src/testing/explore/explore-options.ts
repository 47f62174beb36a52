import { type Revision, type RevisionName, resolveRevision, revisions } from "../../connection/revision.ts";
import type { Texts } from "../../fake/driver/initial-model.ts";
import { unknownOption } from "../../sdp/options.ts";
import { type Profile, type ProfileName, profiles, resolveProfile } from "../../signaling/profile.ts";
import { type ApplicationAction, actionsOf, readyActions, type SideAction } from "./action.ts";
import { type ExploredFault, faultNames } from "./fault.ts";
import type { OwnProperty } from "./own-property.ts";
import type { PairChoice } from "./search/both-sides.ts";
import { readSchedule } from "./search/schedule-text.ts";

/** How far an exploration has come. */
export interface ExplorationProgress {
  /** The states that were reached. */
  readonly states: number;
  /** How many choices lead to the states that are looked at now. */
  readonly depth: number;
  /** States a second, since the beginning. */
  readonly rate: number;
  /** The random schedules that were tried. */
  readonly schedules: number;
}

/** How negotiation code is explored: every option has a default. */
export interface ExploreOptions {
  /** What the application does, at moments of the exploration's choice. Default: each side adds a transceiver. */
  readonly actions?: readonly ApplicationAction[] | undefined;
  readonly bounds?:
    | {
        /** The highest number of states. Default 1000000. */
        readonly states?: number | undefined;
        /** The highest number of choices in a schedule. Default 300. */
        readonly steps?: number | undefined;
        /** When to stop, in ms from the start. Default 60000. */
        readonly timeLimit?: number | undefined;
        /** The highest number of random schedules. Default 100. */
        readonly schedules?: number | undefined;
        /** The virtual time after which no timer of the code fires, in ms. Default: all of them fire. */
        readonly virtualTime?: number | undefined;
      }
    | undefined;
  /** A whole number, from which everything comes that looks random. Default 1. */
  readonly seed?: number | undefined;
  /** The seed of the choice of random schedules, where machines share them. Default: that of `seed`. */
  readonly walkSeed?: number | undefined;
  /** What may go wrong. Default nothing. */
  readonly faults?: readonly ExploredFault[] | undefined;
  /**
   * "together": the candidates of a generation are one event, what a turn sends arrives at once, and adding candidates
   * takes no time. "apart": each of these is a choice of its own, which makes many more states. Default "together".
   */
  readonly candidates?: "together" | "apart" | undefined;
  /** Properties of one's own, beside the built-in ones. */
  readonly properties?: readonly OwnProperty[] | undefined;
  /** The names of built-in properties that need not hold. */
  readonly except?: readonly string[] | undefined;
  /** The configuration of each RTCPeerConnection that `pc` is. */
  readonly configuration?: object | undefined;
  /** What each connection is judged by: a built-in profile, or one of your own. Default "webrtc-pc". */
  readonly profile?: ProfileName | Profile | undefined;
  /** The text of webrtc-pc that holds, by its name, or a revision of your own. Default "today". */
  readonly revision?: RevisionName | Revision | undefined;
  /** Is called twice a second at most. */
  readonly onProgress?: ((progress: ExplorationProgress) => void) | undefined;
  /** Ends the exploration, which then reports what was found so far. */
  readonly signal?: { readonly aborted: boolean } | undefined;
  /** The one schedule to run, as a violation has it. */
  readonly schedule?: string | undefined;
}

/** The options with every default filled in. */
export interface ExploreSettings {
  readonly actions: Readonly<Record<"a" | "b", readonly SideAction[]>>;
  readonly states: number;
  readonly steps: number;
  readonly timeLimit: number;
  readonly schedules: number;
  readonly virtualTime: number;
  readonly seed: number;
  readonly walkSeed: number;
  readonly faults: readonly ExploredFault[];
  readonly candidates: "together" | "apart";
  readonly properties: readonly OwnProperty[];
  readonly except: ReadonlySet<string>;
  readonly configuration: object | undefined;
  readonly texts: Texts;
  readonly onProgress: (progress: ExplorationProgress) => void;
  readonly signal: { readonly aborted: boolean };
  readonly schedule: { readonly choices: readonly PairChoice[]; readonly connects: boolean } | null;
}

const exploreOptionNames = [
  ...["actions", "bounds", "seed", "faults", "candidates", "properties", "except", "configuration"],
  ...["profile", "revision", "onProgress", "signal", "schedule", "walkSeed"],
];

/**
 * Fills in the defaults.
 *
 * @throws TypeError where an option is unknown or unusable; the message names it
 */
export function exploreSettings(options: ExploreOptions): ExploreSettings {
  if (typeof options !== "object" || options === null) throw exploreRefusal("the options must be an object");
  const unknown = unknownOption(options, exploreOptionNames) ?? unknownOption(options.bounds ?? {}, boundNames);
  if (unknown !== null) throw exploreRefusal(unknown);
  const { actions = ["addTransceiver"], bounds = {}, seed = 1, faults = [], candidates = "together" } = options;
  const {
    properties = [],
    except = [],
    configuration,
    onProgress = () => undefined,
    schedule,
    walkSeed = seed,
    profile: wantedProfile = "webrtc-pc",
  } = options;
  const {
    states = 1_000_000,
    steps = 300,
    timeLimit = 60_000,
    schedules = 100,
    virtualTime = Number.POSITIVE_INFINITY,
  } = bounds;
  for (const [name, count] of Object.entries({ states, steps, schedules }))
    if (!Number.isSafeInteger(count) || count < 0) throw exploreRefusal(`bounds.${name} must be a whole number`);
  for (const [name, ms] of Object.entries({ timeLimit, virtualTime }))
    if (!(ms >= 0)) throw exploreRefusal(`bounds.${name} must be a number of ms`);
  if (!Number.isSafeInteger(seed) || !Number.isSafeInteger(walkSeed))
    throw exploreRefusal("seed must be a whole number");
  if (candidates !== "together" && candidates !== "apart")
    throw exploreRefusal('candidates must be "together" or "apart"');
  for (const list of [actions, faults, properties, except])
    if (!Array.isArray(list)) throw exploreRefusal("actions, faults, properties and except must be arrays");
  const wrong = faults.find((fault) => !faultNames.includes(fault));
  if (wrong !== undefined)
    throw exploreRefusal(`faults must be of ${faultNames.join(", ")}, found ${JSON.stringify(wrong)}`);
  for (const action of actions) checkAction(action);
  if (properties.some(({ name, holds }) => typeof name !== "string" || typeof holds !== "function"))
    throw exploreRefusal("a property must have a name and a function holds()");
  const profile = resolveProfile(wantedProfile);
  if (profile === null)
    throw exploreRefusal(`profile must be ${Object.keys(profiles).join(", ")}, or a profile of your own`);
  const revision = resolveRevision(options.revision ?? "today");
  if (revision === null)
    throw exploreRefusal(`revision must be ${Object.keys(revisions).join(", ")}, or a revision of your own`);
  return {
    actions: { a: actionsOf("a", actions), b: actionsOf("b", actions) },
    ...{
      states,
      steps,
      timeLimit,
      schedules,
      virtualTime,
      seed,
      walkSeed,
      faults,
      candidates,
      properties,
      configuration,
      texts: { profile, revision },
      onProgress,
    },
    except: new Set(except),
    signal: options.signal ?? { aborted: false },
    schedule: schedule === undefined ? null : scheduleFrom(schedule),
  };
}

const boundNames = ["states", "steps", "timeLimit", "schedules", "virtualTime"];

function exploreRefusal(reason: string): TypeError {
  return new TypeError(`exploreNegotiation: ${reason}`);
}

function checkAction(action: ApplicationAction): void {
  const what = typeof action === "object" && action !== null ? action.do : action;
  const isKnown = typeof what === "string" && Object.hasOwn(readyActions, what);
  if (isKnown || typeof what === "function") return;
  throw exploreRefusal(
    `an action must be a function or one of ${Object.keys(readyActions).join(", ")}, found ${JSON.stringify(what)}`,
  );
}

/** A schedule along which the transports of both sides find each other begins with this word. */
export const connectingWord = "connecting";

function scheduleFrom(text: string): ExploreSettings["schedule"] {
  const connects = typeof text === "string" && text.startsWith(connectingWord);
  const choices = typeof text === "string" ? readSchedule(connects ? text.slice(connectingWord.length) : text) : null;
  if (choices === null)
    throw exploreRefusal('schedule must be the schedule of a violation, such as "a.act a.task b.deliver"');
  return { choices, connects };
}
