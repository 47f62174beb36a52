import { type Family, midAt, type Place } from "../../cases/sdp/family.ts";
import type { Context } from "../../cases/sdp/given/contexts.ts";
import { lineNumber } from "../../cases/sdp/given/edits.ts";
import { contentFamilies, warningCases } from "../../cases/sdp/index.ts";
import { verdict } from "../../cases/sdp/real-calls.ts";
import type { SessionOptions } from "../../src/entries/index.ts";
import { rejectionWritten } from "./expected.ts";
import { historyOf, optionsFor, type SetDescription, sessionAfter, set } from "./history.ts";
import { Ids } from "./ids.ts";
import { lengthCases } from "./sdp-length-cases.ts";
import type { Vectors } from "./vector-file.ts";

/** One description, what was set before it, and the rejection that it gets. */
export interface ContentCase extends SetDescription {
  readonly id: string;
  readonly rule: string;
  readonly options: SessionOptions;
  readonly before: readonly SetDescription[];
  readonly rejection: object | null;
}

interface JudgedText {
  readonly id: string;
  readonly rule: string;
  readonly text: string;
  readonly context: Context;
  /** What was written down by hand: null where it is accepted. */
  readonly byHand: Readonly<Record<string, unknown>> | null;
}

/** The rules on what SDP says: descriptions that break one, and neighbours that do not. */
export function sdpContent(): Vectors {
  const ids = new Ids();
  const families = contentFamilies.flatMap((family) => [
    ...family.refused.map((refusal) => refusedCase(ids, family, refusal)),
    ...family.accepted.map(([name, edit, options]) => {
      const id = ids.idOf(family.rule, "accepted", name);
      const context = options?.context ?? family.context;
      return contentCase({ id, rule: family.rule, text: edit(family.base), context, byHand: null });
    }),
    ...toleratedCase(ids, family),
  ]);
  const warnings = warningCases.map(({ rule, name, base, context, edit }) => {
    const id = ids.idOf(rule, "accepted", name);
    return contentCase({ id, rule, text: edit(base), context, byHand: null });
  });
  const lengths = lengthCases.map(([name, text, maxSdpLength, byHand]) => {
    const context = { type: "offer", side: "remote", maxSdpLength } as const;
    return contentCase({ id: ids.idOf("L1", ...name.split("/")), rule: "L1", text, context, byHand });
  });
  return {
    vectors: "sdp-content",
    about: "Descriptions whose SDP is refused for what it says, and neighbours that are accepted.",
    cases: [...lengths, ...families, ...warnings],
  };
}

function refusedCase(ids: Ids, { rule, base, context }: Family, [name, edit, place, options]: Family["refused"][0]) {
  const text = edit(base);
  const byHand = { error: "InvalidAccessError", rule, ...placeByHand(text, place) };
  return contentCase({
    id: ids.idOf(rule, "refused", name),
    rule,
    text,
    context: options?.context ?? context,
    byHand,
  });
}

// The first refused description of a family once more: the rule tolerated, where it breaks no other.
function toleratedCase(ids: Ids, { rule, base, cascades, refused, context }: Family): readonly ContentCase[] {
  const [first] = refused;
  if (first === undefined || cascades) return [];
  const [name, edit, , options] = first;
  const tolerating = { ...(options?.context ?? context), tolerate: [rule] };
  return [
    contentCase({ id: ids.idOf(rule, "tolerated", name), rule, text: edit(base), context: tolerating, byHand: null }),
  ];
}

function placeByHand(text: string, place: Place): object {
  if (place === null) return {};
  if (typeof place === "number") return { mLineIndex: place, mid: midAt(text, place) };
  return { sdpLineNumber: lineNumber(text, place.line) };
}

function contentCase({ id, rule, text, context, byHand }: JudgedText): ContentCase {
  const { type = "offer", side = "remote", session, ...others } = context;
  const before = historyOf(session);
  const options = optionsFor(before, others as SessionOptions);
  const outcome = set(sessionAfter(before, options), { side, type, sdp: text });
  const rejection = outcome.kind === "rejected" ? outcome.rejection : null;
  const found: Readonly<Record<string, unknown>> = { ...rejection };
  const agrees = Object.entries(byHand ?? {}).every(([key, value]) => found[key] === value);
  if (!agrees || (byHand === null) !== (outcome.kind === "applied")) {
    throw new Error(
      `${id} must be ${JSON.stringify(byHand)}, and is ${verdict(outcome)}: ${JSON.stringify(rejection)}`,
    );
  }
  const written = rejection === null ? null : rejectionWritten(rejection);
  return { id, rule, options, before, side, type, sdp: text, rejection: written };
}
