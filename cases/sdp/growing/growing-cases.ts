import { firstOffer } from "../given/contexts.ts";
import { alice, bundled } from "../given/descriptions.ts";
import { contentFamilies, grammarRows, structureCases, warningCases } from "../index.ts";
import type { GrowingCase, Judged } from "./growing-case.ts";
import { grown, growths } from "./multiplied.ts";
import { products } from "./products.ts";

/** A breach of each rule, small. */
interface SmallCase extends Judged {
  readonly rule: string;
}

const offer = bundled(alice, "actpass");
const asOffer = firstOffer("remote");

const ofContent: readonly SmallCase[] = contentFamilies.map(({ rule, base, context, refused: [first] }) => {
  const [, edit, , options] = first as NonNullable<typeof first>;
  return { rule, text: edit(base), context: options?.context ?? context };
});

const ofWarnings: readonly SmallCase[] = warningCases.map(({ rule, base, context, edit }) => ({
  rule,
  text: edit(base),
  context,
}));

const ofSyntax: readonly SmallCase[] = [
  ...structureCases.map(({ rule, edit }) => ({ rule, text: edit(offer), context: asOffer })),
  ...grammarRows.map(({ rule, edit, refused }) => ({
    rule,
    text: edit(refused[0] as string)(offer),
    context: asOffer,
  })),
];

/** The first breach of each rule: one is enough, since it is the rest of the description that grows. */
function firstOfEach(cases: readonly SmallCase[]): readonly SmallCase[] {
  return [...new Map([...cases].reverse().map((small) => [small.rule, small])).values()];
}

/** A text that is too long in every size. */
const tooLong: GrowingCase = {
  rule: "L1",
  what: "a text × its length",
  at: (count) => ({ text: offer.repeat(count), context: { ...asOffer, maxSdpLength: offer.length - 1 } }),
};

const everyGrowth = ({ rule, ...judged }: SmallCase): readonly GrowingCase[] =>
  Object.entries(growths).map(([what, growth]) => ({ rule, what, at: (count) => grown(growth, judged, count) }));

/** For every rule, descriptions that break it, and grow in two dimensions at once. */
export const growingCases: readonly GrowingCase[] = [
  tooLong,
  ...firstOfEach([...ofContent, ...ofWarnings, ...ofSyntax]).flatMap(everyGrowth),
  ...products,
];

/** A re-offer and an answer that each break a rule, for what all rules do with them. */
export const anyCall: readonly GrowingCase[] = growingCases.filter(({ rule }) =>
  ["R9", "A11", "S4", "W30"].includes(rule),
);
