import { all, has, own } from "../text/level.ts";
import type { SdpLines, SectionLines } from "../text/sdp-lines.ts";
import type { BundleGroup, Sdp, Section } from "./description.ts";

/** A group while its members are being looked up. */
interface BundleDraft extends BundleGroup {
  readonly members: Section[];
}

/** Puts the lines together: what the BUNDLE groups and its port make of each section. */
export function describe(lines: SdpLines): Sdp {
  const { bundles, ignoredBundles } = bundleGroups(lines);
  const groupOf = firstGroups(bundles);
  const sections = lines.sections.map((section) => describeSection(section, groupOf));
  const byMid = new Map<string, Section>();
  for (const section of sections) {
    if (section.mid !== null && !byMid.has(section.mid)) byMid.set(section.mid, section);
  }
  for (const { mids, members } of bundles) {
    for (const mid of mids) members.push(byMid.get(mid) as Section);
  }
  return { ...lines, sections, bundles, ignoredBundles, byMid };
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

/**
 * The BUNDLE groups in force, and those that are ignored: a group that names a mid without a section, and every group
 * where a live section has no mid.
 *
 * @see https://www.rfc-editor.org/rfc/rfc5888.html#section-6
 */
function bundleGroups({ session, sections }: SdpLines): {
  bundles: readonly BundleDraft[];
  ignoredBundles: readonly BundleGroup[];
} {
  const bundles: BundleDraft[] = [];
  const ignoredBundles: BundleGroup[] = [];
  const groups = all(session, "group").filter(({ value }) => /^BUNDLE(?: |$)/.test(value));
  if (groups.length === 0) return { bundles, ignoredBundles };
  const mids = new Set(sections.map((section) => own(section, "mid")?.value));
  const allNamed = sections.every((section) => section.port === 0 || has(section, "mid"));
  for (const { value, sdpLineNumber } of groups) {
    const [, ...named] = value.split(" ");
    const inForce = allNamed && named.every((mid) => mids.has(mid));
    (inForce ? bundles : ignoredBundles).push({ sdpLineNumber, mids: named, members: [] });
  }
  return { bundles, ignoredBundles };
}

function firstGroups(bundles: readonly BundleGroup[]): Map<string, BundleGroup> {
  const groupOf = new Map<string, BundleGroup>();
  for (const bundle of bundles) {
    for (const mid of bundle.mids) if (!groupOf.has(mid)) groupOf.set(mid, bundle);
  }
  return groupOf;
}
