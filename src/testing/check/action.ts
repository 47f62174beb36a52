import type * as FastCheck from "fast-check";
import type { Side } from "../../signaling/transition-table.ts";
import { notSdp, sdpEdits } from "./sdp-edit.ts";

/** One of the two peer connections. */
export type PeerName = "a" | "b";

/** The type of a description that is no rollback. */
export type MediaType = "offer" | "pranswer" | "answer";

/**
 * Something to do with one of two peer connections, as data that shrinks: where what it needs is not there yet, such
 * as the other's offer, that is made first.
 */
export type Action = { readonly peer: PeerName } & Deed;

type Deed =
  | { readonly do: "advance"; readonly side: Side; readonly as: MediaType }
  | { readonly do: "create"; readonly type: "offer" | "answer" }
  | { readonly do: "set local"; readonly type: MediaType | null }
  | { readonly do: "set local created"; readonly type: MediaType; readonly munged: boolean }
  | { readonly do: "set remote"; readonly type: MediaType; readonly edit: number | null }
  | { readonly do: "set remote text"; readonly type: MediaType; readonly text: number }
  | { readonly do: "roll back"; readonly side: Side }
  | { readonly do: "junk"; readonly side: Side; readonly junk: number }
  | { readonly do: "close" };

/** Arguments that Web IDL refuses, or refuses of one method. */
export const junkArguments: readonly unknown[] = [
  undefined,
  null,
  {},
  5,
  { type: "nonsense" },
  { type: "OFFER", sdp: "v=0\r\n" },
  { sdp: "v=0\r\n" },
];

/** Any action; what leads on is likelier than what must be refused. */
export function anyAction(fc: typeof FastCheck): FastCheck.Arbitrary<Action> {
  const type = fc.constantFrom<MediaType>("offer", "answer", "pranswer");
  const side = fc.constantFrom<Side>("local", "remote");
  const edit = fc.nat({ max: sdpEdits.length - 1 });
  const text = fc.nat({ max: notSdp.length - 1 });
  const junk = fc.nat({ max: junkArguments.length - 1 });
  const munged = fc.nat({ max: 4 }).map((number) => number === 4);
  const weighted = (weight: number, arbitrary: FastCheck.Arbitrary<Deed>) => ({ weight, arbitrary });
  const deed = fc.oneof(
    // What fails is shrunk towards the first, which needs one call.
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
