import { all, has, type Level, own } from "../text/level.ts";
import type { SdpLines, SectionLines } from "../text/sdp-lines.ts";
import type { BundleGroup, Sdp, Section } from "./description.ts";
import { fingerprintSet } from "./fingerprint-set.ts";

/** Puts the lines together: what the BUNDLE groups and its port make of each section. */
export function describe(lines: SdpLines): Sdp {
  const { session } = lines;
  const bundles = bundleGroups(session);
  const groupOf = firstGroups(bundles);
  const sections = lines.sections.map((section) => describeSection(section, groupOf));
  const byMid = new Map<string, Section>();
  for (const section of sections) {
    if (section.mid !== null && !byMid.has(section.mid)) byMid.set(section.mid, section);
  }
  return { ...lines, sessionFingerprints: fingerprintSet(session), sections, bundles, byMid };
}

function describeSection(lines: SectionLines, groupOf: ReadonlyMap<string, BundleGroup>): Section {
  const { port, protocol } = lines;
  const mid = own(lines, "mid")?.value ?? null;
  const bundle = mid === null ? null : (groupOf.get(mid) ?? null);
  const bundleOnly = port === 0 && bundle !== null && has(lines, "bundle-only");
  const rejected = port === 0 && !bundleOnly;
  const carried = protocol.split("/");
  return {
    ...lines,
    mid,
    carriesRtp: carried.includes("RTP"),
    carriesSctp: carried.includes("SCTP"),
    bundle,
    bundleOnly,
    rejected,
    ownsTransport: port !== 0 && (bundle === null || bundle.mids[0] === mid),
  };
}

function bundleGroups(session: Level): BundleGroup[] {
  const groups: BundleGroup[] = [];
  for (const { value, sdpLineNumber } of all(session, "group")) {
    const [semantics, ...mids] = value.split(" ");
    if (semantics === "BUNDLE") groups.push({ sdpLineNumber, mids });
  }
  return groups;
}

function firstGroups(bundles: readonly BundleGroup[]): Map<string, BundleGroup> {
  const groupOf = new Map<string, BundleGroup>();
  for (const bundle of bundles) {
    for (const mid of bundle.mids) if (!groupOf.has(mid)) groupOf.set(mid, bundle);
  }
  return groupOf;
}
