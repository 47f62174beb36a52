import { expect } from "vitest";
import { checkSdp, type Finding, parseSdp } from "../../src/sdp.ts";

export type Context = NonNullable<Parameters<typeof checkSdp>[1]>;
type SdpType = "offer" | "pranswer" | "answer";
type SignalingState =
  | "stable"
  | "have-local-offer"
  | "have-remote-offer"
  | "have-local-pranswer"
  | "have-remote-pranswer";

interface Slots {
  readonly signalingState: SignalingState;
  readonly pendingLocalDescription: { type: SdpType; sdp: string } | null;
  readonly currentLocalDescription: { type: SdpType; sdp: string } | null;
  readonly pendingRemoteDescription: { type: SdpType; sdp: string } | null;
  readonly currentRemoteDescription: { type: SdpType; sdp: string } | null;
}

/** The part of a session that SDP is judged against; every slot is empty unless told. */
export const slots = (filled: Partial<Slots>): NonNullable<Context["session"]> =>
  ({
    signalingState: "stable",
    pendingLocalDescription: null,
    currentLocalDescription: null,
    pendingRemoteDescription: null,
    currentRemoteDescription: null,
    ...filled,
  }) as Slots as NonNullable<Context["session"]>;

/** A first offer, on a session that holds nothing. */
export const firstOffer = (side: "local" | "remote"): Context => ({ type: "offer", side, session: slots({}) });

/** The descriptions of a call so far: the last answered exchange, and the offer that waits for its answer. */
export interface Call {
  readonly offerer: "local" | "remote";
  /** The last complete exchange; `by` is the side that offered it. */
  readonly negotiated?: { readonly by: "local" | "remote"; readonly offer: string; readonly answer: string };
  readonly offer?: string;
  readonly pranswer?: string;
}

/** The session that a call has come to. */
export function sessionOf({ offerer, negotiated, offer, pranswer }: Call): NonNullable<Context["session"]> {
  const answerer = offerer === "local" ? "remote" : "local";
  const current: Partial<Slots> =
    negotiated === undefined
      ? {}
      : negotiated.by === "local"
        ? {
            currentLocalDescription: { type: "offer", sdp: negotiated.offer },
            currentRemoteDescription: { type: "answer", sdp: negotiated.answer },
          }
        : {
            currentRemoteDescription: { type: "offer", sdp: negotiated.offer },
            currentLocalDescription: { type: "answer", sdp: negotiated.answer },
          };
  if (offer === undefined) return slots(current);
  const slot = { local: "pendingLocalDescription", remote: "pendingRemoteDescription" } as const;
  return slots({
    ...current,
    signalingState: pranswer === undefined ? `have-${offerer}-offer` : `have-${answerer}-pranswer`,
    [slot[offerer]]: { type: "offer", sdp: offer },
    ...(pranswer === undefined ? {} : { [slot[answerer]]: { type: "pranswer", sdp: pranswer } }),
  });
}

/** The answer to the offer that waits in a call. */
export const answerIn = (call: Call & { readonly offer: string }, type: "answer" | "pranswer" = "answer"): Context => ({
  type,
  side: call.offerer === "local" ? "remote" : "local",
  session: sessionOf(call),
});

/** The next offer of one side in a call. */
export const offerIn = (side: "local" | "remote", call: Omit<Call, "offerer"> & Partial<Call>): Context => ({
  type: "offer",
  side,
  session: sessionOf({ offerer: side, ...call }),
});

export interface Expectation {
  readonly rule: string;
  readonly sdpLineNumber?: number;
  readonly mLineIndex?: number;
  readonly mid?: string;
}

const errorsIn = (findings: readonly Finding[]): Finding[] =>
  findings.filter((finding) => finding.severity === "error");

const describeAll = (findings: readonly Finding[]): string =>
  findings
    .map((f) => `${f.severity} ${f.rule} line ${f.sdpLineNumber} section ${f.mLineIndex} mid ${f.mid}: ${f.message}`)
    .join("\n");

/** The first error is this one, with the error name its family has, and breaks no other rule. */
export function refused(text: string, context: Context | undefined, expectation: Expectation, cascades = false): void {
  const findings = checkSdp(text, context);
  const errors = errorsIn(findings);
  const first = errors[0];
  const story = describeAll(findings);
  expect(first, `accepted; expected ${JSON.stringify(expectation)}\n${story}`).toBeDefined();
  expect(first, story).toMatchObject(expectation);
  expect(first?.error, story).toBe(expectation.rule.startsWith("S") ? "RTCError" : "InvalidAccessError");
  expect(first?.message, "a message for people").toMatch(/\S/);
  expect(first?.reference.url, "where the rule stands").toMatch(/^https:\/\//);
  if (!cascades) expect([...new Set(errors.map((finding) => finding.rule))], story).toEqual([expectation.rule]);
  if (expectation.rule.startsWith("S")) expect(first?.sdpLineNumber, story).toBeGreaterThan(0);
}

/** Nothing in it is an error. */
export function accepted(text: string, context?: Context): void {
  const findings = checkSdp(text, context);
  expect(errorsIn(findings), describeAll(findings)).toEqual([]);
}

/** Text that is not SDP, for both functions that read it: the rule and the line. */
export function syntaxError(text: string, rule: string, sdpLineNumber: number): void {
  const parsed = parseSdp(text);
  expect(parsed.ok ? "accepted" : { ...parsed.error, message: "" }).toEqual({ rule, sdpLineNumber, message: "" });
  refused(text, undefined, { rule, sdpLineNumber });
}

/** SDP for both functions that read it. */
export function wellFormed(text: string): void {
  const parsed = parseSdp(text);
  expect(parsed.ok ? null : parsed.error).toBeNull();
  accepted(text);
}

export const warningsIn = (text: string, context?: Context): Finding[] =>
  checkSdp(text, context).filter((finding) => finding.severity === "warning");

/** Accepted, with this warning. */
export function warned(text: string, context: Context | undefined, expectation: Partial<Expectation>): void {
  accepted(text, context);
  expect(warningsIn(text, context)).toContainEqual(expect.objectContaining(expectation));
}

/** Accepted, without this warning. */
export function notWarned(text: string, context: Context | undefined, rule: string): void {
  accepted(text, context);
  expect(warningsIn(text, context).filter((finding) => finding.rule === rule)).toEqual([]);
}
