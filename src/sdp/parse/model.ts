import sdpTransform from "sdp-transform";
import { directionOf, type Sdp, type Section } from "../description/description.ts";
import { all, has, type Level, own } from "../text/level.ts";
import type {
  JsonValue,
  ParsedCandidate,
  ParsedFingerprint,
  ParsedGroup,
  ParsedSdp,
  ParsedSection,
} from "./parsed-sdp.ts";

const freeze = Object.freeze;

/** The model of a description that passed the syntax rules; null where sdp-transform cannot hold it. */
export function modelOf(sdp: Sdp): ParsedSdp | null {
  const transformed = transform(sdp.text);
  if (transformed === null) return null;
  const shared = { fingerprints: fingerprints(sdp.session), iceOptions: iceOptions(sdp.session) };
  return freeze({
    origin: sdp.origin,
    groups: freeze(all(sdp.session, "group").map(group)),
    attributes: frozenAttributes(sdp.session),
    sections: freeze(sdp.sections.map((section) => sectionModel(sdp, section, shared))),
    transformed,
  });
}

type Shared = Pick<ParsedSection, "fingerprints" | "iceOptions">;

function sectionModel(sdp: Sdp, section: Section, shared: Shared): ParsedSection {
  const { index: mLineIndex, sdpLineNumber, mid, media, port, protocol, bundleOnly, rejected } = section;
  return freeze({
    mLineIndex,
    sdpLineNumber,
    mid,
    media,
    port,
    protocol,
    formats: freeze(section.formats),
    direction: directionOf(sdp, section) as ParsedSection["direction"],
    bundleOnly,
    rejected,
    rtcpMux: has(section, "rtcp-mux"),
    rtcpMuxOnly: has(section, "rtcp-mux-only"),
    fingerprints: has(section, "fingerprint") ? fingerprints(section) : shared.fingerprints,
    iceOptions: has(section, "ice-options") ? iceOptions(section) : shared.iceOptions,
    candidates: freeze(all(section, "candidate").map(candidate)),
    attributes: frozenAttributes(section),
  });
}

function frozenAttributes({ attributes }: Level): ParsedSdp["attributes"] {
  for (const attribute of attributes) freeze(attribute);
  return freeze(attributes);
}

function fingerprints(level: Level): readonly ParsedFingerprint[] {
  return freeze(
    all(level, "fingerprint").map(({ value: text, sdpLineNumber }) => {
      const [algorithm = "", value = ""] = text.split(" ");
      return freeze({ algorithm, value, sdpLineNumber });
    }),
  );
}

function iceOptions(level: Level): readonly string[] {
  return freeze(own(level, "ice-options")?.value.split(/, |[ ,]/) ?? []);
}

function group({ value, sdpLineNumber }: { value: string; sdpLineNumber: number }): ParsedGroup {
  const [semantics = "", ...mids] = value.split(" ");
  return freeze({ semantics, mids: freeze(mids), sdpLineNumber });
}

function candidate({ value, sdpLineNumber }: { value: string; sdpLineNumber: number }): ParsedCandidate {
  const words = value.split(" ");
  const [foundation = "", component, transport = "", priority, address = "", port, , type = ""] = words;
  let next = 8;
  const related = (name: string): string | null => {
    if (words[next] !== name) return null;
    next += 2;
    return words[next - 1] ?? "";
  };
  const relatedAddress = related("raddr");
  const relatedPort = related("rport");
  const extensions: { name: string; value: string }[] = [];
  for (; next + 1 < words.length; next += 2) {
    extensions.push(freeze({ name: words[next] as string, value: words[next + 1] as string }));
  }
  return freeze({
    foundation,
    component: Number(component),
    transport,
    priority: Number(priority),
    address,
    port: Number(port),
    type,
    relatedAddress,
    relatedPort: relatedPort === null ? null : Number(relatedPort),
    extensions: freeze(extensions),
    sdpLineNumber,
  });
}

/** Its expressions can exhaust the engine on lines of many megabytes, which only a raised length bound lets in. */
function transform(text: string): ParsedSdp["transformed"] | null {
  try {
    return deepFrozen(sdpTransform.parse(text)) as ParsedSdp["transformed"];
  } catch {
    return null;
  }
}

/** Frozen through and through: the model is a few levels deep, whatever the text. */
function deepFrozen(value: unknown): JsonValue {
  if (typeof value === "number" && !Number.isFinite(value)) return String(value);
  if (typeof value !== "object" || value === null) return value as JsonValue;
  const entries = value as Record<string, unknown>;
  for (const name of Object.keys(entries)) {
    const member = entries[name];
    const safe = deepFrozen(member);
    if (safe !== member) entries[name] = safe;
  }
  return freeze(entries) as JsonValue;
}
