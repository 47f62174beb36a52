import { ridsOf, simulcastRids } from "../../description/rid.ts";
import { own } from "../../text/level.ts";
import { quote } from "../../text/quote.ts";
import { eachLiveSection, rule } from "../rule.ts";

export const simulcastRidsAreDeclared = rule(
  "D9",
  "error",
  "9429 5.8.3",
  "a simulcast rid is declared in its direction",

  eachLiveSection((section, _judged, report) => {
    const simulcast = own(section, "simulcast");
    if (simulcast === null) return;
    const { declared } = ridsOf(section);
    for (const { id, direction } of simulcastRids(section)) {
      if (declared.get(id)?.direction === direction) continue;
      report(section, simulcast, `${direction} ${quote(id)}`);
    }
  }),
);
