import type { Sdp, Section } from "../description/description.ts";
import { iceOptionsOf } from "../description/transport.ts";
import type { CertificateFingerprint, KnownDescriptions } from "./input.ts";

const originLine = /^o=\S+ (\d+) (\d+) /m;

/**
 * The o= line's numbers: the session of the first description, and one version more than any before, whether it was set,
 * rolled back or only created.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9429.html#section-5.2.2
 */
export function nextOrigin(session: KnownDescriptions, sessionId: string): { sessionId: string; version: string } {
  const { pendingLocalDescription, currentLocalDescription, lastCreatedOffer, lastCreatedAnswer } = session;
  const texts = [pendingLocalDescription?.sdp, currentLocalDescription?.sdp, lastCreatedOffer, lastCreatedAnswer];
  const origins = texts.flatMap((text) => [originLine.exec(text ?? "") ?? []]).filter(({ length }) => length > 0);
  const versions = origins.map(([, , version = "0"]) => BigInt(version));
  const last = versions.reduce((most, version) => (version > most ? version : most), 0n);
  return { sessionId: origins[0]?.[1] ?? sessionId, version: String(last + 1n) };
}

/** The value of a description's t= line. */
export function timingOf(sdp: Sdp | null): string {
  return /^t=(.*?)\r?$/m.exec(sdp?.text ?? "")?.[1] ?? "0 0";
}

/** What an offer and an answer say of ICE where nothing was agreed on. */
export const defaultIceOptions: readonly string[] = /* @__PURE__ */ Object.freeze(["trickle", "ice2"]);

/** The ice-options line; none where there is no option. */
export function iceOptionsLine(options: readonly string[]): string[] {
  return options.length === 0 ? [] : [`ice-options:${options.join(" ")}`];
}

/**
 * The fingerprint lines. They stand in the session part, since all transports have the same ones, and because a page of
 * Firefox 153 crashes where a bundled section has none, neither its own nor the session's.
 */
export function fingerprintLines(fingerprints: readonly CertificateFingerprint[]): string[] {
  return fingerprints.map(({ algorithm, value }) => `fingerprint:${algorithm} ${value}`);
}

/** The ICE options that a description has for the transport of a section, those that are wanted now in their order. */
export function formerIceOptions(
  sdp: Sdp,
  { index }: Pick<Section, "index">,
  wanted: readonly string[],
): readonly string[] {
  const section = sdp.sections[index];
  const options = section === undefined ? [] : iceOptionsOf(sdp, section).key.split(" ").filter(Boolean);
  return options.sort((a, b) => wanted.indexOf(a) - wanted.indexOf(b));
}
