import type { BundleGroup, Sdp } from "../../description/description.ts";
import { has, own } from "../../text/level.ts";
import { initialBundles } from "../initial-bundle.ts";
import type { JudgedDescription } from "../judged-description.ts";
import { eachLiveSection, type ReportBreach, rule } from "../rule.ts";

export const remoteMuxesRtcp = rule(
  "D7",
  "error",
  "#set-description",
  "a remote RTP transport has rtcp-mux",

  (judged, report) => {
    if (judged.side === "remote") reportUnmuxed(judged, report);
  },
);

export const muxOnlyComesWithMux = rule(
  "D8",
  "error",
  "9429 5.8.3",
  "rtcp-mux-only comes with rtcp-mux",

  eachLiveSection((section, _judged, report) => {
    const muxOnly = own(section, "rtcp-mux-only");
    if (muxOnly === null || has(section, "rtcp-mux")) return;
    report(section, muxOnly);
  }),
);

export const localMuxesRtcp = rule(
  "D26",
  "error",
  "9429 5.8.3",
  "a local RTP transport has rtcp-mux under the policy require",

  (judged, report) => {
    if (judged.side === "local" && judged.rtcpMuxPolicy === "require") reportUnmuxed(judged, report);
  },
);

/**
 * Reports the sections without a=rtcp-mux where the RTP of their transport needs it. Browsers leave the attribute out of a
 * data section that is the tag: any live RTP section of the transport speaks for it.
 */
function reportUnmuxed(judged: JudgedDescription, report: ReportBreach): void {
  const { sdp, rtcpMuxPolicy } = judged;
  const initial = initialBundles(judged);
  const muxed = muxStates(sdp);
  for (const section of sdp.sections) {
    const { bundle, bundleOnly, carriesRtp, ownsTransport, rejected } = section;
    if (rejected || bundleOnly || has(section, "rtcp-mux")) continue;
    const needsIt =
      bundle === null
        ? carriesRtp && rtcpMuxPolicy === "require"
        : carriesRtp
          ? ownsTransport || initial.has(bundle)
          : ownsTransport && muxed.get(bundle) === false;
    if (needsIt) report(section);
  }
}

/** Whether a live RTP section of a BUNDLE group has a=rtcp-mux; nothing where the group carries no RTP. */
export function muxStates(sdp: Sdp): ReadonlyMap<BundleGroup, boolean> {
  const states = new Map<BundleGroup, boolean>();
  for (const section of sdp.sections) {
    if (section.bundle === null || !section.carriesRtp || section.rejected) continue;
    states.set(section.bundle, states.get(section.bundle) === true || has(section, "rtcp-mux"));
  }
  return states;
}
