import type * as FastCheck from "fast-check";
import type { MediaKind } from "../../../../sdp/create/capabilities.ts";
import type { Direction } from "../../../../sdp/description/direction.ts";
import type { DescriptionType } from "../../../../signaling/description.ts";
import type { Side } from "../../../../signaling/transition-table.ts";
import type { PeerName } from "../../calls/action.ts";

/** What comes before the next action: nothing, the settlement of this call, or all that is under way on both sides. */
export type Wait = "rest" | "settled" | "none";

/**
 * Something to do with one of two peer connections while other calls may be under way, as data that shrinks. An action whose
 * description or transceiver is missing makes no call.
 */
export type ConnectionAction = { readonly peer: PeerName; readonly wait: Wait } & ConnectionDeed;

/** A transceiver is named by its place in the set, counted round. */
export type ConnectionDeed =
  /** The first so many calls of an exchange of offer and answer, one after the other. */
  | { readonly do: "negotiate"; readonly calls: number }
  | { readonly do: "add transceiver"; readonly kind: MediaKind; readonly direction: Direction }
  | { readonly do: "add track"; readonly of: number; readonly streams: number }
  | { readonly do: "remove track"; readonly of: number }
  | { readonly do: "replace track"; readonly of: number }
  | { readonly do: "set direction"; readonly of: number; readonly direction: Direction }
  | { readonly do: "stop"; readonly of: number }
  | { readonly do: "restart ICE" }
  | { readonly do: "create data channel" }
  | { readonly do: "create"; readonly type: "offer" | "answer" }
  | { readonly do: "set local"; readonly type: DescriptionType | null }
  | { readonly do: "set local created"; readonly type: DescriptionType }
  | { readonly do: "set remote"; readonly type: DescriptionType }
  | { readonly do: "roll back"; readonly side: Side }
  | { readonly do: "close" };

/** Any action; one that leads to another state is likelier than one that must be refused. */
export function anyConnectionAction(fc: typeof FastCheck): FastCheck.Arbitrary<ConnectionAction> {
  const kind = fc.constantFrom<MediaKind>("audio", "video");
  const direction = fc.constantFrom<Direction>("sendrecv", "sendonly", "recvonly", "inactive");
  const created = fc.constantFrom<"offer" | "answer">("offer", "answer");
  const type = fc.constantFrom<DescriptionType>("offer", "answer", "offer", "answer", "offer", "answer", "pranswer");
  const side = fc.constantFrom<Side>("local", "remote");
  const calls = fc.constantFrom(4, 4, 2, 3);
  const of = fc.nat({ max: 3 });
  const weighted = (weight: number, arbitrary: FastCheck.Arbitrary<ConnectionDeed>) => ({ weight, arbitrary });
  const deed = fc.oneof(
    // A failing action is shrunk towards the first one.
    { withCrossShrink: true },
    weighted(6, fc.constant({ do: "set local", type: null })),
    weighted(12, fc.record({ do: fc.constant("negotiate"), calls })),
    weighted(8, fc.record({ do: fc.constant("add transceiver"), kind, direction })),
    weighted(4, fc.record({ do: fc.constant("add track"), of, streams: fc.nat({ max: 2 }) })),
    weighted(3, fc.record({ do: fc.constant("remove track"), of })),
    weighted(2, fc.record({ do: fc.constant("replace track"), of })),
    weighted(5, fc.record({ do: fc.constant("set direction"), of, direction })),
    weighted(3, fc.record({ do: fc.constant("stop"), of })),
    weighted(2, fc.constant({ do: "restart ICE" })),
    weighted(3, fc.constant({ do: "create data channel" })),
    weighted(3, fc.record({ do: fc.constant("create"), type: created })),
    weighted(2, fc.record({ do: fc.constant("set local"), type })),
    weighted(3, fc.record({ do: fc.constant("set local created"), type })),
    weighted(10, fc.record({ do: fc.constant("set remote"), type })),
    weighted(6, fc.record({ do: fc.constant("roll back"), side })),
    weighted(3, fc.constant({ do: "close" })),
  );
  const peer = fc.constantFrom<PeerName>("a", "b");
  const wait = fc.constantFrom<Wait>("rest", "settled", "none", "none");
  return fc.record({ peer, wait, deed }).map(({ peer, wait, deed }) => ({ peer, wait, ...deed }));
}
