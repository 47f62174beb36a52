import { areSameMid, type Section, transportOwner } from "../../description/description.ts";
import { multiplexesRtcp, type Transport, transportAt, transportOf } from "../../description/transport.ts";
import { has } from "../../text/level.ts";
import type { CreateOfferSdpInput } from "../input.ts";
import { answeredSection, type NamedSection, type Past } from "../past.ts";
import { newTransportAt, type OwnTransport } from "../section/transport-lines.ts";

/** A transport as an offer describes it. */
export interface OfferedTransport extends OwnTransport {
  /** Does ICE go on with the credentials that were agreed on? */
  readonly continues: boolean;
  /** Its tag in the last answer; null where the transport is new. */
  readonly tag: Section | null;
  /** Whether RTCP is multiplexed; null where that is not agreed on. */
  readonly muxed: boolean | null;
  readonly reducesRtcp: boolean;
}

/**
 * The transport of sections that share one: as it was for the first of them that had one, with new ICE credentials where
 * ICE restarts.
 *
 * @param sections the first of them is the tag
 * @throws TypeError where new ICE credentials are missing
 *
 * @see https://www.rfc-editor.org/rfc/rfc9429.html#section-5.2.3
 */
export function offeredTransport(
  input: CreateOfferSdpInput,
  past: Past,
  sections: readonly NamedSection[],
): OfferedTransport {
  const { exchange, mine } = past;
  const answered = firstOf(sections, (section) => answeredSection(past, section));
  const tag = exchange === null || answered === null ? null : transportOwner(answered);
  const agreed = mine === null || tag === null ? null : transportAt(mine, tag.index);
  const {
    ufrag = null,
    pwd = null,
    tlsId = null,
  } = firstOf(sections, (section) => pendingTransport(past, section)) ?? agreed ?? {};
  const kept =
    ufrag === null || pwd === null || isReplaced(input, ufrag, pwd) ? null : { usernameFragment: ufrag, password: pwd };
  const fresh = kept === null ? newTransportAt(input, sections[0]?.index ?? 0) : null;
  return {
    usernameFragment: kept?.usernameFragment ?? fresh?.usernameFragment ?? "",
    password: kept?.password ?? fresh?.password ?? "",
    // A restart of ICE leaves DTLS as it is.
    tlsId: ufrag === null ? (fresh?.tlsId ?? null) : tlsId,
    setup: "actpass",
    continues: agreed !== null && agreed.ufrag === kept?.usernameFragment && agreed.pwd === kept?.password,
    tag,
    muxed: exchange === null || tag === null ? null : multiplexesRtcp(tag),
    reducesRtcp: tag !== null && has(tag, "rtcp-rsize"),
  };
}

function firstOf<Value>(
  sections: readonly NamedSection[],
  read: (section: NamedSection) => Value | null,
): Value | null {
  for (const section of sections) {
    const value = read(section);
    if (value !== null) return value;
  }
  return null;
}

/** The transport in an offer that waits for its answer. */
function pendingTransport({ pendingLocal }: Past, { index, mid }: NamedSection): Transport | null {
  const section = pendingLocal?.sections[index];
  if (pendingLocal === null || section === undefined || section.rejected) return null;
  return areSameMid(section.mid, mid) ? transportOf(pendingLocal, section) : null;
}

function isReplaced(input: CreateOfferSdpInput, usernameFragment: string, password: string): boolean {
  const { iceRestart = false, iceCredentialsToReplace = [] } = input;
  return (
    iceRestart ||
    iceCredentialsToReplace.some((old) => old.usernameFragment === usernameFragment && old.password === password)
  );
}
