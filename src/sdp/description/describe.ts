import type { Attribute, BundleGroup, Level, Sdp, Section } from "./description.ts";
import { fingerprintSet } from "./transport.ts";

/** A level while its lines are being read. */
export interface LevelDraft extends Level {
  readonly attributes: Attribute[];
  readonly known: Map<string, Attribute[]>;
  /** Whether it has a c= line. */
  connected: boolean;
}

/** A media section while its lines are being read. */
export interface SectionDraft extends LevelDraft {
  readonly index: number;
  readonly sdpLineNumber: number;
  readonly lineStart: number;
  readonly media: string;
  readonly port: number;
  readonly protocol: string;
  readonly formats: readonly string[];
}

/** A level without lines yet. */
export function newLevel(): LevelDraft {
  return { attributes: [], known: new Map(), connected: false };
}

/** Puts the sections together and says of each what the BUNDLE groups and its port make it. */
export function describeSections(
  text: string,
  origin: string,
  session: LevelDraft,
  drafts: readonly SectionDraft[],
): Sdp {
  const bundles = bundleGroups(session);
  const groupOf = firstGroups(bundles);
  const sections = drafts.map((draft) => describe(draft, groupOf));
  const byMid = new Map<string, Section>();
  for (const section of sections) {
    if (section.mid !== null && !byMid.has(section.mid)) byMid.set(section.mid, section);
  }
  return { text, origin, session, sessionFingerprints: fingerprintSet(session), sections, bundles, byMid };
}

function describe(draft: SectionDraft, groupOf: ReadonlyMap<string, BundleGroup>): Section {
  const { known, port, protocol } = draft;
  const mid = known.get("mid")?.[0]?.value ?? null;
  const bundle = mid === null ? null : (groupOf.get(mid) ?? null);
  const bundleOnly = port === 0 && bundle !== null && known.has("bundle-only");
  const rejected = port === 0 && !bundleOnly;
  const carried = protocol.split("/");
  return {
    ...draft,
    mid,
    carriesRtp: carried.includes("RTP"),
    carriesSctp: carried.includes("SCTP"),
    bundle,
    bundleOnly,
    rejected,
    ownsTransport: port !== 0 && (bundle === null || bundle.mids[0] === mid),
  };
}

function bundleGroups(session: LevelDraft): BundleGroup[] {
  const groups: BundleGroup[] = [];
  for (const { value, sdpLineNumber } of session.known.get("group") ?? []) {
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
