import { answerCreated, offerCreated } from "../../session/created-description.ts";
import { creationRejection } from "../../session/rejection/state-rejection.ts";
import { type Draft, emit } from "../draft.ts";
import { mediaDescriptionsIn } from "../media-description/media-descriptions-in.ts";
import { at } from "../structure/list.ts";
import type { Transceiver } from "../transceivers/transceiver.ts";
import { decideOperation, executed } from "./chain.ts";

/**
 * Executes createOffer() or createAnswer(): refused in a state that does not allow it, else done in parallel.
 *
 * @see https://w3c.github.io/webrtc-pc/#dfn-creating-an-offer
 * @see https://w3c.github.io/webrtc-pc/#dfn-creating-an-answer
 */
export function executeCreate(draft: Draft, type: "offer" | "answer", iceRestart: boolean) {
  const name = type === "offer" ? "createOffer()" : "createAnswer()";
  const rejection = creationRejection(draft.session, type, { side: "local", type, name });
  if (rejection !== null) return decideOperation(draft, rejection);
  beginCreating(draft, type, iceRestart);
}

/** Has the stack create a description in parallel. */
export function beginCreating(draft: Draft, type: "offer" | "answer", iceRestart: boolean): void {
  draft.progress = Object.freeze({ phase: "creating", type, modified: false });
  const work =
    type === "offer" ? ({ kind: "create-offer", iceRestart } as const) : ({ kind: "create-answer" } as const);
  emit(draft, { type: "start", operation: executed(draft).id, work: Object.freeze(work) });
}

/**
 * Stores what was created. An offer's m= sections are remembered with the transceivers for which they were made.
 *
 * @see https://w3c.github.io/webrtc-pc/#dfn-final-steps-to-create-an-offer
 * @see https://w3c.github.io/webrtc-pc/#dfn-final-steps-to-create-an-answer
 */
export function storeCreated(draft: Draft, type: "offer" | "answer", sdp: string): void {
  const outcome = type === "offer" ? offerCreated(draft.session, sdp) : answerCreated(draft.session, sdp);
  draft.session = outcome.session;
  draft.created = Object.freeze(
    type === "offer"
      ? { ...draft.created, offerStale: false, offeredTransceivers: newlyOffered(draft, sdp) }
      : { ...draft.created, answerStale: false },
  );
}

/**
 * The transceivers that an offer newly describes: those that are neither associated nor stopping, in the order of both.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9429.html#section-5.2.1
 */
export function newlyOffered(draft: Draft, sdp: string): Readonly<Record<string, number>> {
  const offered: Record<string, number> = {};
  const { transceivers } = draft;
  const associated = midsInUse(draft);
  const next = { audio: 0, video: 0 };
  for (const { kind, mid, rejected } of mediaDescriptionsIn(draft, sdp).sections) {
    if (kind === null || rejected || associated.has(mid)) continue;
    while (next[kind] < transceivers.size) {
      const candidate = at(transceivers, next[kind]++) as Transceiver;
      if (candidate.kind !== kind || candidate.mid !== null || candidate.stopping) continue;
      offered[`:${mid}`] = candidate.id;
      break;
    }
  }
  return Object.freeze(offered);
}

function midsInUse({ transceivers }: Draft): ReadonlySet<string | null> {
  const mids = new Set<string | null>();
  for (let index = 0; index < transceivers.size; index++) mids.add((at(transceivers, index) as Transceiver).mid);
  return mids;
}
