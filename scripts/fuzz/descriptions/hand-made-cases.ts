import type { Context } from "../../../cases/sdp/given/contexts.ts";
import { alice, bundled } from "../../../cases/sdp/given/descriptions.ts";
import { contentFamilies, grammarRows, structureCases, warningCases } from "../../../cases/sdp/index.ts";
import type { DescriptionType, Side } from "../../../src/entries/index.ts";
import type { Call } from "./fuzz-case.ts";

type Slot = { readonly type: DescriptionType; readonly sdp: string } | null;

/**
 * The connection of each hand-made case, by rule: the calls up to it, and last the description that is refused or warned of.
 */
export function handMadeConnections(): Call[][][] {
  const offer = bundled(alice, "actpass");
  const alone = { side: "remote", type: "offer" } as const;
  const cases = [
    ...contentFamilies.flatMap(({ rule, base, context, refused }) =>
      refused.map(([, edit, , options]) => ({ rule, calls: connection(options?.context ?? context, edit(base)) })),
    ),
    ...warningCases.map(({ rule, base, context, edit }) => ({ rule, calls: connection(context, edit(base)) })),
    ...structureCases.map(({ rule, edit }) => ({ rule, calls: [{ ...alone, sdp: edit(offer) }] })),
    ...grammarRows.flatMap(({ rule, refused, edit }) =>
      refused.map((line) => ({ rule, calls: [{ ...alone, sdp: edit(line)(offer) }] })),
    ),
  ];
  const byRule = new Map<string, Call[][]>();
  for (const { rule, calls } of cases) byRule.set(rule, [...(byRule.get(rule) ?? []), calls]);
  return [...byRule.values()];
}

function connection({ type = "offer", side = "remote", session }: Context, sdp: string): Call[] {
  return [...(session === undefined ? [] : callsTo(session)), { side, type, sdp }];
}

/** The calls that fill the slots of a session: first the exchange that was answered, then the one that is under way. */
function callsTo(session: NonNullable<Context["session"]>): Call[] {
  const slots = session as unknown as Readonly<Record<string, Slot>>;
  return (["current", "pending"] as const).flatMap((when) => {
    const filled = (["local", "remote"] as const).flatMap((side) => {
      const slot = slots[`${when}${side === "local" ? "Local" : "Remote"}Description`] ?? null;
      return slot === null ? [] : [{ side: side as Side, ...slot }];
    });
    return filled.sort((one) => (one.type === "offer" ? -1 : 1));
  });
}
