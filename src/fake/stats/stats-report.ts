import { any, callback, domString } from "../web-idl/convert.ts";
import { defineInterface } from "../web-idl/interface.ts";
import { method, optional, readonly, required } from "../web-idl/members.ts";
import type { Stats } from "./stats.ts";

/** What an RTCStatsReport holds. */
interface HeldReport {
  /** The RTCStatsReport. */
  readonly object: object;
  readonly stats: ReadonlyMap<string, Stats>;
}

/**
 * The interface is a maplike, which can only be read.
 *
 * @see https://w3c.github.io/webrtc-pc/#rtcstatsreport-object
 */
export const statsReportInterface = /* @__PURE__ */ defineInterface<HeldReport>("RTCStatsReport", {
  members: {
    size: readonly(({ stats }: HeldReport) => stats.size),
    entries: method([], ({ stats }: HeldReport) => stats.entries()),
    forEach: method([required(callback), optional(any)], ({ stats, object }: HeldReport, run, thisArgument) => {
      for (const [id, each] of stats) run.call(thisArgument, each, id, object);
    }),
    get: method([required(domString)], ({ stats }: HeldReport, id) => stats.get(id)),
    has: method([required(domString)], ({ stats }: HeldReport, id) => stats.has(id)),
    keys: method([], ({ stats }: HeldReport) => stats.keys()),
    values: method([], ({ stats }: HeldReport) => stats.values()),
  },
  iteratedBy: "entries",
});
