import type { checkSdp } from "../../../src/entries/sdp.ts";

/** What a description is checked as: its type, its side, the session it is set on. */
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

/** The part of a session that SDP is judged against; every slot is empty by default. */
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
