import { contradiction, judgement } from "../../property-tests/model/sdp-judgement.ts";
import { Defect, made } from "./defect.ts";
import { fuzzCase } from "./descriptions/fuzz-case.ts";
import { runCase } from "./descriptions/run-case.ts";
import { readSeeds } from "./descriptions/seeds.ts";
import { Tally } from "./descriptions/tally.ts";
import { type Target, target } from "./target.ts";

const tally = new Tally();

/** Descriptions that are set and checked: mutations of captured ones. */
export const descriptions: Target = {
  ...target("descriptions", fuzzCase(readSeeds()), (input) => {
    runCase(input, tally);
    return input.calls.length;
  }),
  lines: () => tally.lines(),
};

/** Descriptions in slots that no session comes to hold, too. */
export const slots = target("slots", judgement, (input) => {
  const problem = made("judging in any slots", input.text, () => contradiction(input));
  if (problem !== null) throw new Defect(problem);
  return 1;
});
