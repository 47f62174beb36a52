import { lengthOf } from "../../../../connection/structure/queue.ts";
import type { DifferenceCause } from "../../../../oracle/verdict/cause/difference-causes.ts";
import type { DifferenceKind } from "../../../../oracle/verdict/difference-kind.ts";
import { slotNames } from "../../../../signaling/description.ts";
import { cited } from "../../../../specifications.ts";
import { lookAt, type PeerConnectionLike } from "../../../peer-connection.ts";
import type { Abilities } from "../abilities.ts";
import type { Model } from "../model/model.ts";
import { exposedTransceivers, type SeenTransceiver, seenTransceiver, transceiversIn } from "../seen-transceiver.ts";
import type { SeenDifference } from "./finding.ts";

/** In what a peer connection looks other than it must at this moment, whatever is under way. */
export function lookFindings(pc: PeerConnectionLike, abilities: Abilities, model: Model): readonly SeenDifference[] {
  const found = [...stateFindings(pc, model), ...(abilities.transceivers ? transceiverFindings(pc, model) : [])];
  return found;
}

function stateFindings(pc: PeerConnectionLike, { connection, exercised }: Model): readonly SeenDifference[] {
  const { session, operations } = connection;
  // What waits for its turn may have had that too early.
  const waits = lengthOf(operations) > 1;
  const { signalingState, slots } = lookAt(pc, false);
  if (signalingState !== session.signalingState) {
    const what = "the signaling state";
    const [expected, observed] = [session.signalingState, signalingState];
    return [
      {
        kind: "wrong-state",
        provision: exercised,
        cause: waits ? "chain-not-kept" : "wrong-state",
        what,
        expected,
        observed,
      },
    ];
  }
  // close() leaves the slots as they are; Firefox lets them not be read any more, which the calls one at a time show.
  if (signalingState === "closed") return [];
  return slotNames.flatMap((name): readonly SeenDifference[] => {
    const seen = slots[name];
    const held = session[name];
    if (seen === undefined || seen?.type === held?.type) return [];
    const [expected, observed] = [held?.type ?? "null", seen?.type ?? "null"];
    return [
      {
        kind: "wrong-slot",
        provision: exercised,
        cause: waits ? "chain-not-kept" : "wrong-slots",
        what: name,
        expected,
        observed,
      },
    ];
  });
}

function transceiverFindings(pc: PeerConnectionLike, { connection, exercised }: Model): readonly SeenDifference[] {
  const objects = transceiversIn(pc);
  if (objects === null) return [];
  const expected = exposedTransceivers(connection);
  if (objects.length !== expected.length) {
    return [
      {
        kind: "wrong-transceivers",
        provision: exercised,
        cause: causeUnlessRolledBack(exercised, "wrong-transceivers"),
        what: "the number of transceivers",
        expected: String(expected.length),
        observed: String(objects.length),
      },
    ];
  }
  return expected.flatMap((one, place) => differing(one, seenTransceiver(objects[place]), place, exercised));
}

/** What is compared of a transceiver: the kind of the difference, its cause, and where the member stands. */
const compared = [
  ["kind", "wrong-transceivers", "wrong-transceivers", "#dom-rtcpeerconnection-addtransceiver"],
  ["mid", "wrong-mid", "wrong-mid", "#dom-rtcrtptransceiver-mid"],
  ["direction", "wrong-direction", "wrong-direction", "#dom-rtcrtptransceiver-direction"],
  ["currentDirection", "wrong-current-direction", "wrong-current-direction", "#dom-rtcrtptransceiver-currentdirection"],
] as const satisfies readonly (readonly [keyof SeenTransceiver, DifferenceKind, DifferenceCause, string])[];

function differing(
  expected: SeenTransceiver,
  seen: SeenTransceiver,
  place: number,
  exercised: string,
): readonly SeenDifference[] {
  return compared.flatMap(([name, kind, cause, reference]): readonly SeenDifference[] => {
    if (expected[name] === seen[name]) return [];
    return [
      {
        kind,
        provision: exercised,
        cause: causeUnlessRolledBack(exercised, cause),
        what: `${name} of transceiver ${place}`,
        expected: expected[name] ?? "null",
        observed: seen[name] ?? "null",
        reference: cited(reference),
      },
    ];
  });
}

// A rollback has to restore all of it.
function causeUnlessRolledBack(exercised: string, cause: DifferenceCause): DifferenceCause {
  return /-rollback-|^implicit-rollback$/.test(exercised) ? "rollback-not-restored" : cause;
}
