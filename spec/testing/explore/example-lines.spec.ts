// Each line of the example, left out: the schedules that `npm run explorations -- --lines` has found are run again.
import { describe, expect, it } from "vitest";
import { propertyAlong } from "../../../conformance/explorations/lines/explore-lines.ts";
import { statements } from "../../../conformance/explorations/lines/left-out.ts";
import { recordedLines } from "../../../conformance/explorations/lines/recording.ts";

const found = recordedLines().filter((line) => line.found !== null);

describe("exploreNegotiation: the lines of the example", () => {
  it("each is recorded, and one of them is not missed", () => {
    expect(recordedLines().map(({ line, text }) => `${line} ${text}`)).toEqual(
      statements.map(({ line, text }) => `${line} ${text}`),
    );
    const others = recordedLines().filter((line) => line.found === null);
    expect(others.map(({ text }) => text)).toEqual(["if (!ignoreOffer) throw error;"]);
    expect(others.flatMap(({ held }) => held.map(({ exhaustive }) => exhaustive))).toEqual([true, true, true, true]);
  });

  it.each(found.filter(({ found: violation }) => violation?.property !== "comes-to-rest"))(
    "without line $line, $text",
    async ({ line, found: violation }) => {
      const property = await propertyAlong(line, violation?.setting ?? "", violation?.schedule ?? "");
      expect(property).toBe(violation?.property);
    },
  );
});
