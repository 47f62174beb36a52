import { type Attribute, all, has } from "../text/level.ts";
import type { SdpLines, SectionLines } from "../text/sdp-lines.ts";

/** A media section, with what the BUNDLE groups and its port make of it. */
export interface Section extends SectionLines {
  readonly mid: string | null;
  readonly carriesRtp: boolean;
  readonly carriesSctp: boolean;
  /** The BUNDLE group that names it; the first, if several do. */
  readonly bundle: BundleGroup | null;
  /** Port 0 and the attribute, in a BUNDLE group: elsewhere the attribute is ignored, RFC 9143 §6. */
  readonly bundleOnly: boolean;
  /** Port 0 and not bundle-only. */
  readonly rejected: boolean;
  /** Neither rejected nor bundle-only, and in no BUNDLE group or its tag. */
  readonly ownsTransport: boolean;
}

/** `a=group:BUNDLE` and its mids. */
export interface BundleGroup {
  readonly sdpLineNumber: number;
  readonly mids: readonly string[];
  /** The sections that these name, in their order; the first is the tag. Empty where the group is ignored. */
  readonly members: readonly Section[];
}

/** A description that passed the syntax rules: what the content rules read. */
export interface Sdp extends SdpLines {
  readonly sections: readonly Section[];
  /** The BUNDLE groups in force. */
  readonly bundles: readonly BundleGroup[];
  /** The other ones, whose sections stand alone. */
  readonly ignoredBundles: readonly BundleGroup[];
  /** The first section with that mid. */
  readonly byMid: ReadonlyMap<string, Section>;
}

/** The section's attributes of that name, or the session's where it has none. */
export function inherited(sdp: Sdp, section: Section, name: string): readonly Attribute[] {
  return all(has(section, name) ? section : sdp.session, name);
}

/** The section's value of an attribute, or the session's, or null. */
export function inheritedValue(sdp: Sdp, section: Section, name: string): string | null {
  return inherited(sdp, section, name)[0]?.value ?? null;
}

/** The section's direction, or the session's, or the default. */
export function directionOf(sdp: Sdp, section: Section): string {
  return inherited(sdp, section, "direction")[0]?.name ?? "sendrecv";
}

/** The ways that media or a header extension goes by a direction, as bits: sent 1, received 2. */
export function waysOf(direction: string): number {
  return (direction.includes("send") ? 1 : 0) | (direction.includes("recv") ? 2 : 0);
}

/** Whether both are the same; a section without a mid may be any. */
export function areSameMid(a: string | null, b: string | null): boolean {
  return a === null || b === null || a === b;
}

/** The section whose transport the section uses: its BUNDLE group's tag, or itself. */
export function transportOwner(section: Section): Section {
  return section.bundle?.members[0] ?? section;
}

/** The live sections that use the transport of its owner: the owner first, then in the order of its group. */
export function transportMembers(owner: Section): readonly Section[] {
  const { bundle } = owner;
  if (bundle === null) return [owner];
  return bundle.members.filter((member) => !member.rejected && member.bundle === bundle);
}
