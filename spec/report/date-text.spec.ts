import { describe, expect, it } from "vitest";
import { dateText } from "../../src/report/date-text.ts";

describe("the date of a time", () => {
  it("is its day and the time of day, in UTC", () => {
    expect(dateText(1795334634186.729)).toBe("2026-11-22 08:03:54.186 UTC");
    expect(dateText(8.64e15)).toBe("+275760-09-13 00:00:00.000 UTC");
  });

  it.each([0, -1, 9e10, 8.64e15 + 1, 1.7e308, Number.NaN, Number.POSITIVE_INFINITY])("%d ms is none", (time) => {
    expect(dateText(time)).toBeNull();
  });
});
