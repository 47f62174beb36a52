import type { Sdp } from "../description/description.ts";
import { sends } from "../description/direction.ts";
import { all } from "../text/level.ts";
import type { DescribedTransceiver } from "./input.ts";

/** The mids that each `a=group:LS` of a description names. */
export function lipSyncGroupsIn(sdp: Sdp | null): readonly (readonly string[])[] {
  if (sdp === null) return [];
  const words = all(sdp.session, "group").map(({ value }) => value.split(" "));
  return words.filter(([semantics]) => semantics === "LS").map(([, ...mids]) => mids);
}

/**
 * The lip sync groups of an offer: the transceivers of each stream, and those that the last answer had. Groups that have a
 * section in common are one.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9429.html#section-5.2.2
 */
export function offeredLipSync(
  live: readonly { readonly mid: string; readonly transceiver: DescribedTransceiver | null }[],
  answer: Sdp | null,
): readonly (readonly string[])[] {
  const present = new Set(live.map(({ mid }) => mid));
  const ofStreams = new Map<string, string[]>();
  for (const { mid, transceiver } of live) {
    for (const stream of transceiver === null ? [] : streamsSent(transceiver)) {
      const mids = ofStreams.get(stream) ?? [];
      ofStreams.set(stream, mids);
      mids.push(mid);
    }
  }
  const former = lipSyncGroupsIn(answer).map((mids) => mids.filter((mid) => present.has(mid)));
  const groupOf = new Map<string, ReadonlySet<string>>();
  for (const mids of [...former, ...ofStreams.values()]) {
    if (mids.length < 2) continue;
    const together = new Set(mids.flatMap((mid) => [...(groupOf.get(mid) ?? [mid])]));
    for (const mid of together) groupOf.set(mid, together);
  }
  return [...new Set(groupOf.values())].map((mids) => [...mids]);
}

/**
 * The lip sync groups of an answer: of each offered one, the sections whose transceivers have a stream in common, or none
 * at all.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9429.html#section-5.3.1
 */
export function answeredLipSync(
  offer: Sdp,
  transceiverOf: (mid: string) => DescribedTransceiver | null,
): readonly (readonly string[])[] {
  return lipSyncGroupsIn(offer)
    .map((mids) => synchronized(mids.map((mid) => ({ mid, transceiver: transceiverOf(mid) }))))
    .filter(({ length }) => length > 1);
}

function synchronized(members: readonly { mid: string; transceiver: DescribedTransceiver | null }[]): string[] {
  const answered = members.flatMap(({ mid, transceiver }) => (transceiver === null ? [] : [{ mid, transceiver }]));
  const counts = new Map<string, number>();
  for (const { transceiver } of answered) {
    for (const stream of streamsSent(transceiver)) counts.set(stream, (counts.get(stream) ?? 0) + 1);
  }
  const [common = null] = [...counts].sort(([, a], [, b]) => b - a).map(([stream]) => stream);
  return answered.flatMap(({ mid, transceiver }) => {
    const streams = streamsSent(transceiver);
    return streams.length === 0 || (common !== null && streams.includes(common)) ? [mid] : [];
  });
}

function streamsSent({ direction, streams = [] }: DescribedTransceiver): readonly string[] {
  return sends(direction) ? [...new Set(streams)] : [];
}
