import { type Draft, emit, takeNumber, transceiverWithId } from "../draft.ts";
import type { MediaDescriptions } from "../media-description/media-description.ts";
import { at } from "../structure/list.ts";
import type { Transceiver } from "../transceivers/transceiver.ts";

/** Which transport the m= sections of a description use. */
export interface Transports {
  /** The transceivers that are associated, by their mids: those that become it are added. */
  readonly byMid: Map<string, number>;
  /** The transport of the m= section with that index, which is created where it has to be. */
  transportOf(index: number): number;
}

/**
 * The transports of a description's m= sections. Where it is an answer, a section uses its BUNDLE group's; in an offer it
 * has its own, unless it is bundle-only or its group is agreed on.
 *
 * @see https://www.rfc-editor.org/rfc/rfc8843.html#section-7
 */
export function transportsOf(draft: Draft, { sections }: MediaDescriptions, isAnswer: boolean): Transports {
  const byMid = midsOf(draft);
  const given = new Map<number, number>();
  const transceiverOf = (index: number): Transceiver | undefined =>
    transceiverWithId(draft, byMid.get(sections[index]?.mid ?? "") ?? -1);

  function ownTransport(index: number): number {
    const section = sections[index];
    const transport =
      given.get(index) ??
      (section?.carriesData ? draft.sctpTransport?.transport : transceiverOf(index)?.sender.transport) ??
      createTransport(draft, section?.mid ?? "");
    given.set(index, transport);
    return transport;
  }

  function isAgreedOn(index: number): boolean {
    return sections[index]?.carriesData
      ? draft.lastStableStateSctpTransport !== null
      : (transceiverOf(index)?.associatedInStable ?? false);
  }

  return {
    byMid,
    transportOf(index) {
      const { transportOwner = index, bundleOnly = false } = sections[index] ?? {};
      const shares = transportOwner !== index && (isAnswer || bundleOnly || isAgreedOn(transportOwner));
      return ownTransport(shares ? transportOwner : index);
    },
  };
}

/**
 * Closes the transports that are used no more, once the connection is stable.
 *
 * @see https://w3c.github.io/webrtc-pc/#set-description
 */
export function closeUnusedTransports(draft: Draft): void {
  const used = new Set<number | null>([draft.sctpTransport?.transport ?? null]);
  for (let index = 0; index < draft.transceivers.size; index++) {
    const { stopped, sender, receiver } = at(draft.transceivers, index) as Transceiver;
    if (!stopped) used.add(sender.transport).add(receiver.transport);
  }
  const open = draft.openTransports.filter((transport) => used.has(transport));
  if (open.length === draft.openTransports.length) return;
  for (const transport of draft.openTransports)
    if (!used.has(transport)) emit(draft, { type: "close-transport", transport });
  draft.openTransports = Object.freeze(open);
}

function createTransport(draft: Draft, mid: string): number {
  const transport = takeNumber(draft, "transport");
  draft.openTransports = Object.freeze([...draft.openTransports, transport]);
  emit(draft, { type: "create-transport", transport, mid });
  return transport;
}

/** The transceivers that are associated, by their mids. */
export function associationsOf({ transceivers }: Draft): Readonly<Record<string, number>> {
  const associations: Record<string, number> = {};
  for (let index = 0; index < transceivers.size; index++) {
    const { mid, id } = at(transceivers, index) as Transceiver;
    if (mid !== null) associations[`:${mid}`] = id;
  }
  return Object.freeze(associations);
}

function midsOf({ associations }: Draft): Map<string, number> {
  return new Map(Object.entries(associations).map(([key, id]) => [key.slice(1), id]));
}
