// Whole negotiations, call by call, each call applied. Together they go along all 20 edges of RFC 9429 §3.2.

/** A named list of calls and the profile they are legal under. */
export interface Sequence {
  readonly name: string;
  readonly profile: "webrtc-pc" | "rfc9429";
  readonly calls: readonly string[];
}

const text = `
webrtc-pc: offer and answer
  offer created LO, local offer LO, remote answer RA
webrtc-pc: answering
  remote offer RO, answer created LA, local answer LA
webrtc-pc: provisional answers, local
  remote offer RO, answer created LP, local pranswer LP, answer created LQ, local pranswer LQ, local answer LQ
webrtc-pc: provisional answers, remote
  offer created LO, local, remote pranswer RP, remote pranswer RQ, remote answer RA
webrtc-pc: offers set again, then rolled back
  offer created LO, local, offer created LP, local, local rollback, remote offer RO, remote offer RP, local rollback
webrtc-pc: rolled back by the other side
  offer created LO, local offer, remote rollback, remote offer RO, remote rollback
webrtc-pc: renegotiation in both directions
  offer created L1, local, remote answer R1, remote offer R2, answer created L2, local, offer created L3, local
webrtc-pc: crossing offers
  offer created LO, local, remote offer RO, answer created LA, local answer, close
webrtc-pc: closed in the middle
  offer created LO, local, remote pranswer RP, close, close
rfc9429: provisional answers rolled back, remote
  offer created LO, local, remote pranswer RP, remote rollback, local, remote pranswer RP, local rollback
rfc9429: provisional answers rolled back, local
  remote offer RO, answer created LA, local pranswer, local rollback, remote offer RO, local pranswer, remote rollback
`;

/** The sequences. */
export const sequences: readonly Sequence[] = text
  .trim()
  .split("\n")
  .flatMap((line, index, lines) => {
    if (line.startsWith(" ")) return [];
    const [profile, name] = line.split(": ");
    const calls = (lines[index + 1] ?? "").trim().split(", ");
    return [{ name: name ?? "", profile: profile as Sequence["profile"], calls }];
  });
