import sdpTransform from "sdp-transform";
import { type Attribute, all, directionOf, has, type Level, own, type Sdp, type Section } from "./description.ts";
import type {
  JsonValue,
  ParsedCandidate,
  ParsedFingerprint,
  ParsedGroup,
  ParsedSdp,
  ParsedSection,
} from "./parsed-sdp.ts";

/** The model of a description that passed the syntax rules; null where sdp-transform cannot hold it. */
export function modelOf(sdp: Sdp): ParsedSdp | null {
  const transformed = transform(sdp.text);
  if (transformed === null) return null;
  const shared = { fingerprints: fingerprints(sdp.session), iceOptions: iceOptions(sdp.session) };
  const model: ParsedSdp = {
    origin: sdp.origin,
    groups: all(sdp.session, "group").map(group),
    attributes: sdp.session.attributes,
    sections: sdp.sections.map((section) => sectionModel(sdp, section, shared)),
    transformed,
  };
  return frozen(model) as unknown as ParsedSdp;
}

type Shared = Pick<ParsedSection, "fingerprints" | "iceOptions">;

function sectionModel(sdp: Sdp, section: Section, shared: Shared): ParsedSection {
  const { index: mLineIndex, sdpLineNumber, mid, media, port, protocol, bundleOnly, rejected } = section;
  return {
    mLineIndex,
    sdpLineNumber,
    mid,
    media,
    port,
    protocol,
    formats: section.formats,
    direction: directionOf(sdp, section) as ParsedSection["direction"],
    bundleOnly,
    rejected,
    rtcpMux: has(section, "rtcp-mux"),
    rtcpMuxOnly: has(section, "rtcp-mux-only"),
    fingerprints: has(section, "fingerprint") ? fingerprints(section) : shared.fingerprints,
    iceOptions: has(section, "ice-options") ? iceOptions(section) : shared.iceOptions,
    candidates: all(section, "candidate").map(candidate),
    attributes: section.attributes,
  };
}

function fingerprints(level: Level): readonly ParsedFingerprint[] {
  return all(level, "fingerprint").map(({ value: text, sdpLineNumber }) => {
    const [algorithm = "", value = ""] = text.split(" ");
    return { algorithm, value, sdpLineNumber };
  });
}

function iceOptions(level: Level): readonly string[] {
  return own(level, "ice-options")?.value.split(" ") ?? [];
}

function group({ value, sdpLineNumber }: Attribute): ParsedGroup {
  const [semantics = "", ...mids] = value.split(" ");
  return { semantics, mids, sdpLineNumber };
}

function candidate({ value, sdpLineNumber }: Attribute): ParsedCandidate {
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
    extensions.push({ name: words[next] as string, value: words[next + 1] as string });
  }
  return {
    foundation,
    component: Number(component),
    transport,
    priority: Number(priority),
    address,
    port: Number(port),
    type,
    relatedAddress,
    relatedPort: relatedPort === null ? null : Number(relatedPort),
    extensions,
    sdpLineNumber,
  };
}

/** Its expressions can exhaust the engine on lines of many megabytes, which only a raised length bound lets in. */
function transform(text: string): ParsedSdp["transformed"] | null {
  try {
    return sdpTransform.parse(text) as ParsedSdp["transformed"];
  } catch {
    return null;
  }
}

/**
 * Frozen through and through: the model is a few levels deep, whatever the text. What several sections share is
 * gone through once.
 */
function frozen(value: unknown): JsonValue {
  if (typeof value === "number" && !Number.isFinite(value)) return String(value);
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value as JsonValue;
  const entries = value as Record<string, unknown>;
  for (const name of Object.keys(entries)) {
    const member = entries[name];
    const safe = frozen(member);
    if (safe !== member) entries[name] = safe;
  }
  return Object.freeze(entries) as JsonValue;
}
