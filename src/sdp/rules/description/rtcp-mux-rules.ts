import type { BundleGroup, Sdp } from "../../description/description.ts";
import { has, own } from "../../text/level.ts";
import { eachLiveSection, rule } from "../rule.ts";

export const remoteMuxesRtcp = rule(
  "D7",
  "#set-description",
  "a remote RTP transport has rtcp-mux",

  ({ sdp, side, rtcpMuxPolicy }, report) => {
    if (side !== "remote") return;
    const bundlesWithRtp = bundlesThatCarryRtp(sdp);
    for (const owner of sdp.sections) {
      if (!owner.ownsTransport || has(owner, "rtcp-mux")) continue;
      const bundled = owner.bundle !== null && bundlesWithRtp.has(owner.bundle);
      if (bundled || (owner.carriesRtp && rtcpMuxPolicy === "require")) report(owner);
    }
  },
);

export const muxOnlyComesWithMux = rule(
  "D8",
  "9429 5.8.3",
  "rtcp-mux-only comes with rtcp-mux",

  eachLiveSection((section, _judged, report) => {
    const muxOnly = own(section, "rtcp-mux-only");
    if (muxOnly === null || has(section, "rtcp-mux")) return;
    report(section, muxOnly);
  }),
);

/** The groups with RTP in them, even where their tag is the data section. */
function bundlesThatCarryRtp(sdp: Sdp): ReadonlySet<BundleGroup> {
  const bundles = new Set<BundleGroup>();
  for (const section of sdp.sections) {
    if (section.bundle !== null && section.carriesRtp && !section.rejected) bundles.add(section.bundle);
  }
  return bundles;
}
