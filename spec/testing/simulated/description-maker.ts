import {
  data,
  type Peer,
  restarted,
  type Setup,
  sdp,
  session as sessionPart,
  transport,
} from "../../../cases/sdp/given/descriptions.ts";
import { type Description, remoteDescription, type Session } from "../../../src/entries/index.ts";
import { attribute, bundledMids, type OfferedSection, sectionsOf } from "./offered-sections.ts";

/**
 * Makes the offers and answers of one peer connection that has a data channel and nothing else: whatever media are
 * offered to it, it rejects. Every description has a session version of its own.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9429.html#section-5.2
 */
export class DescriptionMaker {
  #peer: Peer;
  #version = 0;
  readonly #offersAnswered = new Map<string, string>();

  /** @param origin a number of its own for every peer connection in a test */
  constructor(origin: number) {
    this.#peer = peerNumber(origin);
  }

  /** A new offer or answer for a session as it stands. */
  create(type: "offer" | "answer", session: Session): string {
    return type === "offer" ? this.#createOffer(session) : this.#createAnswer(session);
  }

  /** Was the last created answer made for another offer than the one that waits now? */
  isAnswerStale({ lastCreatedAnswer, pendingRemoteDescription }: Session): boolean {
    return this.#offersAnswered.get(lastCreatedAnswer) !== pendingRemoteDescription?.sdp;
  }

  #createOffer({ currentLocalDescription, currentRemoteDescription }: Session): string {
    const sections = agreedSections(currentLocalDescription, currentRemoteDescription);
    const accepted = sections.filter(({ rejected }) => !rejected).flatMap(({ mid }) => mid ?? []);
    return this.#write(sections, accepted, this.#identityIn(currentLocalDescription), "actpass");
  }

  #createAnswer(session: Session): string {
    const offer = remoteDescription(session)?.sdp ?? "";
    const sections = sectionsOf(offer).map((section) => ({
      ...section,
      rejected: section.rejected || section.media !== "application",
    }));
    const accepted = sections.filter(({ rejected }) => !rejected).flatMap(({ mid }) => mid ?? []);
    const bundled = accepted.filter((mid) => bundledMids(offer).includes(mid));
    const answer = this.#write(sections, bundled, this.#answerer(session, offer), answeredSetup(session, offer));
    this.#offersAnswered.set(answer, offer);
    return answer;
  }

  // New ICE credentials just where the offer restarts ICE; after a provisional answer, what that one had.
  #answerer({ pendingLocalDescription, currentLocalDescription, currentRemoteDescription }: Session, offer: string) {
    if (pendingLocalDescription !== null) return this.#identityIn(pendingLocalDescription);
    const continued = isSame("ice-ufrag", offer, currentRemoteDescription?.sdp);
    if (continued || currentLocalDescription === null) return this.#identityIn(currentLocalDescription);
    this.#peer = restarted(this.#peer);
    return this.#peer;
  }

  #identityIn(description: Description | null): Peer {
    const ufrag = attribute(description?.sdp ?? "", "ice-ufrag");
    const pwd = attribute(description?.sdp ?? "", "ice-pwd");
    return ufrag === null || pwd === null ? this.#peer : { ...this.#peer, ufrag, pwd };
  }

  #write(sections: readonly OfferedSection[], bundled: readonly string[], peer: Peer, setup: Setup): string {
    this.#version += 1;
    const group = bundled.length === 0 ? [] : [`a=group:BUNDLE ${bundled.join(" ")}`];
    const body = sections.flatMap((section) =>
      section.rejected ? rejectedLines(section) : data(section.mid ?? "", transport(peer, setup)),
    );
    return sdp(sessionPart(peer, this.#version, ...group), body);
  }
}

function peerNumber(origin: number): Peer {
  const digits = String(1000 + origin);
  const pair = `${digits.slice(0, -2).slice(-2)}:${digits.slice(-2)}`;
  return {
    origin: digits,
    ufrag: `user${digits}`,
    pwd: `password${digits.padStart(16, "0")}`,
    fingerprint: `sha-256 ${Array.from({ length: 16 }, () => pair).join(":")}`,
    tlsId: `tls-id-${digits.padStart(16, "0")}`,
  };
}

const dataSection: OfferedSection = {
  media: "application",
  protocol: "UDP/DTLS/SCTP",
  formats: "webrtc-datachannel",
  mid: "0",
  rejected: false,
};

// What the last exchange agreed on: a section that either side rejected stays rejected.
function agreedSections(local: Description | null, remote: Description | null): readonly OfferedSection[] {
  if (local === null) return [dataSection];
  const theirs = sectionsOf(remote?.sdp ?? "");
  return sectionsOf(local.sdp).map((section, index) => ({
    ...section,
    rejected: section.rejected || theirs[index]?.rejected === true,
  }));
}

function rejectedLines({ media, protocol, formats, mid }: OfferedSection): readonly string[] {
  return [`m=${media} 0 ${protocol} ${formats}`, "c=IN IP4 0.0.0.0", ...(mid === null ? [] : [`a=mid:${mid}`])];
}

// Active, unless the offer wants that itself, or the DTLS association goes on in other roles.
function answeredSetup({ currentLocalDescription, currentRemoteDescription }: Session, offer: string): Setup {
  const offered = attribute(offer, "setup");
  if (offered !== "actpass") return offered === "active" ? "passive" : "active";
  const continued = isSame("fingerprint", offer, currentRemoteDescription?.sdp);
  if (!continued || currentLocalDescription === null) return "active";
  const mine = attribute(currentLocalDescription.sdp, "setup");
  const theirs = attribute(currentRemoteDescription?.sdp ?? "", "setup");
  return mine === "passive" || theirs === "active" ? "passive" : "active";
}

function isSame(name: string, offer: string, current = ""): boolean {
  return attribute(offer, name) === attribute(current, name);
}
