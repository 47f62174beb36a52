// Why a description may be refused for a breach, so that the policy of severities can be applied to what the browsers did.
import type { Verdict } from "./verdict.ts";

/** What the specifications say of a breach. */
export type Ground =
  /** A receiver must refuse: by the grammar or processing of RFC 9429, or by a receiver's MUST elsewhere. */
  | { readonly kind: "refuse"; readonly source: string }
  /** A MUST on the content is broken; what a receiver is to do is not said. */
  | { readonly kind: "must"; readonly source: string }
  /** No MUST is broken, or a receiver must go on. */
  | { readonly kind: "none"; readonly source: string };

/** A severity of the policy; a note is for what browsers write themselves. */
export type Severity = "error" | "warning" | "note";

const refuse = (source: string): Ground => ({ kind: "refuse", source });
const must = (source: string): Ground => ({ kind: "must", source });
const none = (source: string): Ground => ({ kind: "none", source });

/** By the id of a breach, or else by its rule. */
const grounds: Readonly<Record<string, Ground>> = {
  S1: refuse("RFC 9429 §5.8: what is not well formed is rejected"),
  S2: refuse("RFC 9429 §5.8.1: a specific order"),
  S3: refuse("RFC 9429 §5.8: each line by its ABNF"),
  "S3-origin-too-high": must("RFC 3264 §5: 64 bits, signed"),
  "S3-version-too-high": must("RFC 3264 §5: 64 bits, signed"),
  S4: refuse("RFC 9429 §5.8: each attribute by its ABNF"),
  "S4-end-of-candidates": refuse("RFC 9429 §5.8.2, RFC 8840 §8.1"),
  S5: refuse("RFC 9429 §5.8: a single line"),
  S6: must("RFC 8866 §5.7"),
  S7: refuse("RFC 9429 §5.8.2: a specific order"),
  D1: must("RFC 5888 §4"),
  D2: none("RFC 5888 §6: the group is ignored"),
  "D3-in-two": must("RFC 9143 §5"),
  "D3-twice-in-one": none("RFC 9143 §5 speaks of several groups"),
  D4: must("RFC 9143 §7.2.1"),
  D5: refuse("RFC 9429 §5.8.3"),
  "D5-member-of-first-offer": must("RFC 9143 §7.1.3"),
  D6: refuse("RFC 9429 §5.8.3, RFC 8842 §5.1"),
  D7: refuse("RFC 9429 §5.8.3"),
  D8: refuse("RFC 9429 §5.8.3"),
  D9: refuse("RFC 9429 §5.8.3"),
  "D9-other-direction": must("RFC 8853 §5.1"),
  D10: refuse("RFC 9429 §5.10"),
  D11: refuse("RFC 9429 §5.8.2"),
  D12: must("RFC 5761 §4, RFC 3551 §3"),
  D13: must("RFC 8285 §5"),
  D14: must("RFC 9143 §12"),
  D15: must("RFC 9143 §7.3.3, §7.5.3, RFC 5888 §9.2"),
  D16: refuse("RFC 9429 §5.8.3"),
  D17: must("RFC 9143 §9.1"),
  D18: must("RFC 9143 §7.1.1"),
  D19: must("RFC 8841 §4.4.2"),
  D20: must("RFC 8841 §4.3"),
  D21: none("RFC 8841 §5.3: several associations are outside of its scope"),
  D22: must("RFC 8285 §5"),
  D23: must("RFC 8285 §4.2, §4.3, §5"),
  D24: none("RFC 8285 §7 calls it an error, without a MUST"),
  D25: must("RFC 8839 §5.4"),
  D26: refuse("RFC 9429 §5.8.3"),
  D27: must("RFC 4588 §8.1"),
  D28: must("RFC 8122 §5"),
  D29: must("RFC 9143 §9.1.1"),
  D30: must("RFC 8830 §2"),
  A1: refuse("RFC 9429 §5.8.3"),
  A2: refuse("RFC 9429 §5.8.3"),
  A3: must("RFC 9429 §5.3.1, RFC 5888 §9.1"),
  A4: must("RFC 3264 §8.2"),
  A5: must("RFC 3264 §6.1"),
  A6: refuse("RFC 9429 §5.8.3"),
  A7: must("RFC 9143 §7.3, RFC 5888 §9.2"),
  A8: refuse("RFC 9429 §5.11"),
  A9: refuse("RFC 9429 §5.11"),
  A10: refuse("RFC 9429 §5.10"),
  A11: refuse("RFC 9429 §5.11"),
  A12: must("RFC 8285 §7"),
  A13: must("RFC 3264 §6.1"),
  A14: must("RFC 9143 §7.3.2"),
  A15: must("RFC 9143 §7.3.1"),
  A16: must("RFC 5888 §9.2, RFC 9143 §7.3.2"),
  A17: must("RFC 9143 §7.3.2"),
  A18: must("RFC 9429 §5.3.1"),
  A19: must("RFC 9429 §5.3.1"),
  A20: must("RFC 5888 §9.2"),
  A21: must("RFC 8853 §5.3.2"),
  A22: must("RFC 8851 §6.3"),
  A23: must("RFC 8842 §5.3"),
  A24: must("RFC 8858 §4.3 (RFC 9143 §9.3.1.2 says otherwise)"),
  A25: must("RFC 8285 §7"),
  A26: must("RFC 9143 §7.3.1"),
  A27: must("RFC 3264 §6"),
  A28: must("RFC 8839 §4.4.2.1"),
  A29: must("RFC 9143 §7.3.3"),
  R1: must("RFC 3264 §8"),
  R2: must("RFC 9429 §5.2.2"),
  R3: must("RFC 9429 §5.2.2"),
  R4: refuse("RFC 9429 §5.8.3"),
  R5: must("RFC 8842 §5.4: a new fingerprint is a new association"),
  "R5-new-tls-id": refuse("RFC 9429 §5.8.3"),
  R6: refuse("RFC 9429 §5.8.3"),
  R7: must("RFC 9143 §7.5.2"),
  R8: must("RFC 8285 §7"),
  R9: must("webrtc-pc #set-description, RFC 9429 §5.2.2"),
  R10: refuse("RFC 8839 §4.4.2.1: the answerer MUST reject the offer"),
  W1: must("RFC 9429 §5.2.1"),
  W2: must("RFC 9429 §5.2.1"),
  "W2-one-without-mid": must("RFC 5888 §6"),
  W3: none("RFC 9143 §15.2: short, as a recommendation"),
  W4: none("RFC 9429 §5.1.2: other sections are rejected one by one"),
  W6: must("RFC 3264 §8.3.2"),
  W7: none("RFC 9429 §5.11: new formats are permitted"),
  W8: must("RFC 8839 §4.4.1.1.1"),
  W9: must("RFC 3264 §8"),
  W10: none("RFC 9143 §6: ignored"),
  W11: none("RFC 8866 §6.6"),
  W12: none("RFC 8851 §6.4: ignored"),
  W13: refuse("RFC 9429 §5.8.3 with §5.2.1: a prohibited feature"),
  W14: none("RFC 9429 §5.8: ignored"),
  W15: none("RFC 9429 §5.8"),
  W16: refuse("RFC 8866 §9: each line has its end"),
  W17: refuse("RFC 8839 §5.4, §5.6: ice-char"),
  W18: refuse("RFC 8122 §5: upper case"),
  W19: refuse("RFC 8830 §2: tokens"),
  W20: none("RFC 8851 §6.2.2: discarded"),
  W21: must("RFC 9143 §7.3.3, §7.5.3, RFC 5888 §9.2"),
  W22: must("RFC 9143 §9.3.1"),
  W23: none("RFC 8842 §4, RFC 5763 §6.6: a new association (RFC 9429 §5.11 says otherwise)"),
  W24: none("no RFC describes Plan B"),
  W25: must("RFC 9143 §9.1"),
  W26: none("RFC 8853 §5.5: RtpStreamId is a MUST, its header extension a SHOULD"),
  W27: none("RFC 8866 §6.15: must, in small letters"),
  W28: must("RFC 5576 §4.2"),
  W29: none("RFC 8830 §2: not permitted in two sections, without a MUST"),
  W30: none("RFC 9429 §5.8: unknown attributes are ignored"),
  W31: must("RFC 9429 §5.2.1"),
};

/** What the specifications say of the breach with that id, of that rule. @throws where nothing is known */
export function groundOf({ id, rule }: { readonly id: string; readonly rule: string }): Ground {
  const ground = grounds[id] ?? grounds[rule];
  if (ground === undefined) throw new Error(`no ground for ${id}`);
  return ground;
}

/**
 * The severity that the policy gives a breach: an error where a receiver must refuse it, or where a MUST is broken and a
 * browser refuses it; else a warning. What a browser writes itself is a note.
 */
export function severityOf(ground: Ground, verdicts: readonly Verdict[], isOwn: boolean): Severity {
  if (ground.kind === "refuse") return "error";
  if (isOwn) return "note";
  return ground.kind === "must" && verdicts.some(({ verdict }) => verdict === "refused") ? "error" : "warning";
}
