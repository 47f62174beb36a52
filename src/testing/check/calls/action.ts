import type * as FastCheck from "fast-check";
import type { DescriptionType } from "../../../signaling/description.ts";
import type { Side } from "../../../signaling/transition-table.ts";
import { notSdp, sdpEdits } from "./sdp-edit.ts";

/** One of the two peer connections. */
export type PeerName = "a" | "b";

/**
 * Something to do with one of two peer connections, as data that shrinks. What an action needs and does not find, such as
 * the other peer's offer, is made first.
 */
export type Action = { readonly peer: PeerName } & Deed;

type Deed =
  | { readonly do: "advance"; readonly side: Side; readonly as: DescriptionType }
  | { readonly do: "create"; readonly type: "offer" | "answer" }
  | { readonly do: "set local"; readonly type: DescriptionType | null }
  | { readonly do: "set local created"; readonly type: DescriptionType; readonly munged: boolean }
  | { readonly do: "set remote"; readonly type: DescriptionType; readonly edit: number | null }
  | { readonly do: "set remote text"; readonly type: DescriptionType; readonly text: number }
  | { readonly do: "roll back"; readonly side: Side }
  | { readonly do: "junk"; readonly side: Side; readonly junk: number }
  | { readonly do: "close" };

/** Arguments that Web IDL refuses, of one method at least. */
export const junkArguments: readonly unknown[] = [
  undefined,
  null,
  {},
  5,
  { type: "nonsense" },
  { type: "OFFER", sdp: "v=0\r\n" },
  { sdp: "v=0\r\n" },
];

/** Any action; an action that leads to another state is likelier than one that must be refused. */
export function anyAction(fc: typeof FastCheck): FastCheck.Arbitrary<Action> {
  const type = fc.constantFrom<DescriptionType>("offer", "answer", "pranswer");
  const side = fc.constantFrom<Side>("local", "remote");
  const edit = fc.nat({ max: sdpEdits.length - 1 });
  const text = fc.nat({ max: notSdp.length - 1 });
  const junk = fc.nat({ max: junkArguments.length - 1 });
  const munged = fc.nat({ max: 4 }).map((number) => number === 4);
  const weighted = (weight: number, arbitrary: FastCheck.Arbitrary<Deed>) => ({ weight, arbitrary });
  const deed = fc.oneof(
    // A failing action is shrunk towards the first one, which needs one call.
    { withCrossShrink: true },
    weighted(4, fc.constant({ do: "set local", type: null })),
    weighted(16, fc.record({ do: fc.constant("advance"), side, as: type })),
    weighted(7, fc.record({ do: fc.constant("roll back"), side })),
    weighted(2, fc.record({ do: fc.constant("set local"), type })),
    weighted(5, fc.record({ do: fc.constant("set remote"), type, edit: fc.constant(null) })),
    weighted(5, fc.record({ do: fc.constant("set remote"), type, edit })),
    weighted(2, fc.record({ do: fc.constant("set remote text"), type, text })),
    weighted(4, fc.record({ do: fc.constant("set local created"), type, munged })),
    weighted(3, fc.record({ do: fc.constant("create"), type: fc.constantFrom("offer", "answer") })),
    weighted(4, fc.record({ do: fc.constant("junk"), side, junk })),
    weighted(2, fc.constant({ do: "close" })),
  );
  const peer = fc.constantFrom<PeerName>("a", "b");
  return fc.record({ peer, deed }).map(({ peer, deed }) => ({ peer, ...deed }));
}
