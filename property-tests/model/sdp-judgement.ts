import fc from "fast-check";
import { checkSdp, parseSdp, sdpRules } from "../../src/entries/sdp.ts";
import { judgeSdp } from "../../src/sdp/judge-sdp.ts";
import { defaultMaxSdpLength } from "../../src/sdp/options.ts";
import { mutated } from "../arbitraries/sdp-mutator.ts";
import { answers, offers } from "../arbitraries/sdp-seeds.ts";

const slot = <T extends "offer" | "pranswer" | "answer">(type: T, seeds: readonly string[]) =>
  fc.option(
    mutated(seeds).map((sdp) => ({ type, sdp })),
    { nil: null, freq: 4 },
  );

const exchangeByLocal = fc.record({
  currentLocalDescription: slot("offer", offers),
  currentRemoteDescription: slot("answer", answers),
});
const exchangeByRemote = fc.record({
  currentLocalDescription: slot("answer", answers),
  currentRemoteDescription: slot("offer", offers),
});

/** Slots that hold anything, whether a session can come to hold it or not. */
const slots = fc
  .tuple(
    fc.oneof(exchangeByLocal, exchangeByRemote),
    fc.record({
      pendingLocalDescription: fc.oneof(slot("offer", offers), slot("pranswer", answers)),
      pendingRemoteDescription: fc.oneof(slot("offer", offers), slot("pranswer", answers)),
    }),
  )
  .map(([current, pending]) => ({ ...current, ...pending }));

/** One call of everything there is to call. */
export const judgement = fc.record({
  text: fc.oneof(mutated([...offers, ...answers]), fc.string({ unit: "binary", maxLength: 300 })),
  type: fc.constantFrom("offer" as const, "pranswer" as const, "answer" as const),
  side: fc.constantFrom("local" as const, "remote" as const),
  slots,
  rtcpMuxPolicy: fc.constantFrom("require" as const, "negotiate" as const),
  tolerate: fc.oneof(fc.constant([]), fc.subarray(sdpRules.map(({ id }) => id))),
});

/** What a judgement is made of. */
export type Judgement = typeof judgement extends fc.Arbitrary<infer T> ? T : never;

/** Calls everything, and gives what contradicts itself; null where all is well. May throw only what is a defect. */
export function contradiction({ text, type, side, slots, rtcpMuxPolicy, tolerate }: Judgement): string | null {
  const parsed = parseSdp(text, { tolerate });
  const findings = checkSdp(text, { type, side, session: slots, rtcpMuxPolicy, tolerate });
  const options = { rtcpMuxPolicy, tolerate, maxSdpLength: defaultMaxSdpLength };
  const verdict = judgeSdp({ type, sdp: text }, side, slots, options);
  const first = findings.find(({ severity }) => severity === "error") ?? null;
  if (JSON.stringify(verdict) !== JSON.stringify(first)) return "judgeSdp and checkSdp disagree on the first error";
  const isSdp = first?.error !== "RTCError" && first?.error !== "OperationError";
  if (parsed.ok !== isSdp) return "parseSdp and checkSdp disagree on what is SDP";
  const lineCount = text.split("\n").length;
  if (
    findings.some(({ sdpLineNumber }) => sdpLineNumber !== null && !(sdpLineNumber >= 1 && sdpLineNumber <= lineCount))
  ) {
    return "a line number outside the text";
  }
  return null;
}
