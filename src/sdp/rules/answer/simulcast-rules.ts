import { ridsOf } from "../../description/rid.ts";
import { has, own } from "../../text/level.ts";
import { quote } from "../../text/quote.ts";
import { acceptedPairRule } from "./answer-rule.ts";

const reversed: ReadonlyMap<string, string> = new Map([
  ["send", "recv"],
  ["recv", "send"],
]);

export const simulcastWasOffered = /* @__PURE__ */ acceptedPairRule(
  "A21",
  "warning",
  "8853 5.3.2",
  "answered simulcast was offered in the other direction",

  (answered, offered, report) => {
    const simulcast = own(answered, "simulcast");
    if (simulcast === null) return;
    const directions = directionsIn(own(offered, "simulcast")?.value ?? "");
    for (const direction of directionsIn(simulcast.value)) {
      if (!directions.has(reversed.get(direction) ?? "")) report(answered, simulcast, direction);
    }
  },
);

export const ridIsReversed = /* @__PURE__ */ acceptedPairRule(
  "A22",
  "warning",
  "8851 6.3",
  "an answered rid has the direction opposite to the offered one",

  (answered, offered, report) => {
    if (!has(answered, "rid")) return;
    const rids = ridsOf(offered).declared;
    for (const { id, direction, attribute } of ridsOf(answered).declared.values()) {
      const was = rids.get(id)?.direction;
      // One that was not offered is W12's.
      if (was === direction) report(answered, attribute, quote(id));
    }
  },
);

/** The directions of a simulcast: every other word. */
function directionsIn(simulcast: string): ReadonlySet<string> {
  return new Set(simulcast.split(" ").filter((_, at) => at % 2 === 0));
}
