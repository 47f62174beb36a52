/** RTCStats, and the dictionaries that inherit from it. @see https://w3c.github.io/webrtc-pc/#rtcstats-dictionary */
export interface Stats {
  readonly id: string;
  readonly type: string;
  /** In ms since 1970. */
  readonly timestamp: number;
  readonly [member: string]: unknown;
}

/** The statistics that are gathered for one report. */
export class GatheredStats {
  readonly byId = new Map<string, Stats>();
  readonly timestamp: number;
  readonly #salt: string;

  /** @param salt of the connection: an application cannot predict the ids, which are the same in each report */
  constructor(timestamp: number, salt: string) {
    this.timestamp = timestamp;
    this.#salt = salt;
  }

  /** The id of what is monitored, by a name that nothing else of the connection has. */
  idOf(name: string): string {
    return `${fnv1a(this.#salt + name).toString(36)}${fnv1a(name + this.#salt).toString(36)}`;
  }

  /** Adds statistics, without the members that are undefined or null. Gives their id. */
  add(type: string, name: string, members: Readonly<Record<string, unknown>>): string {
    const id = this.idOf(name);
    const present = Object.entries(members).filter(([, value]) => value !== undefined && value !== null);
    this.byId.set(id, { id, type, timestamp: this.timestamp, ...Object.fromEntries(present) });
    return id;
  }
}

/** A hash of 32 bits: FNV-1a. */
export function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}

/**
 * The statistics of a type and those that they refer to, directly or not.
 *
 * @see https://w3c.github.io/webrtc-pc/#dfn-stats-selection-algorithm
 */
export function selectStats(
  all: ReadonlyMap<string, Stats>,
  isSelected: (stats: Stats) => boolean,
): ReadonlyMap<string, Stats> {
  const selected = new Map([...all].filter(([, stats]) => isSelected(stats)));
  for (const stats of selected.values())
    for (const [name, value] of Object.entries(stats)) {
      const referred = name.endsWith("Id") ? all.get(value as string) : undefined;
      if (referred !== undefined) selected.set(referred.id, referred);
    }
  return selected;
}
