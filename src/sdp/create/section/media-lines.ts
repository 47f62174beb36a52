import type { Section } from "../../description/description.ts";
import { type Direction, sends } from "../../description/direction.ts";
import { simulcastRids } from "../../description/rid.ts";
import { all } from "../../text/level.ts";
import type { DescribedTransceiver } from "../input.ts";

/**
 * The msid lines of a transceiver. Where it sends, those of its streams now: with the lines of before, as RFC 9429 asks,
 * negotiation would be needed for ever after setStreams(). Where it does not send, the lines stay. `-` says that there is
 * no stream; without any line the other side would make one up.
 *
 * @see https://w3c.github.io/webrtc-pc/#dfn-check-if-negotiation-is-needed
 */
export function msidLines({ direction, streams = [] }: DescribedTransceiver, former: Section | null): string[] {
  if (sends(direction)) return (streams.length === 0 ? ["-"] : [...new Set(streams)]).map((id) => `msid:${id}`);
  return former === null ? [] : all(former, "msid").map(({ value }) => `msid:${value}`);
}

/** The rid and simulcast lines of an offered section: simulcast is only sent. */
export function offeredSimulcast({ direction, rids = [] }: DescribedTransceiver): string[] {
  return sends(direction) ? simulcastLines(rids, rids.length > 1) : [];
}

/** The rid and simulcast lines of an answered section: what the offerer receives goes on being sent. */
export function answeredSimulcast(
  { rids = [] }: DescribedTransceiver,
  direction: Direction,
  offered: Section,
): string[] {
  const received = new Set(simulcastRids(offered).flatMap((rid) => (rid.direction === "recv" ? [rid.id] : [])));
  const sent = rids.filter((rid) => received.has(rid));
  return sends(direction) ? simulcastLines(sent, sent.length > 0) : [];
}

function simulcastLines(rids: readonly string[], simulcast: boolean): string[] {
  return [...rids.map((rid) => `rid:${rid} send`), ...(simulcast ? [`simulcast:send ${rids.join(";")}`] : [])];
}
