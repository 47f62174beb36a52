// How the SDP of a step differs from the SDP before it, section by section.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sectionChanges } from "../../src/report/sdp/section-changes.ts";

const sdp = (...lines: readonly string[]) => `${lines.join("\r\n")}\r\n`;

/** Sections as `title`, then ` line`, `+line` or `-line`. */
function changes(before: string | null, after: string): string[][] {
  const marks = { same: " ", added: "+", removed: "-" };
  return sectionChanges(before, after).map(({ title, lines }) => [
    title,
    ...lines.map(({ change, text }) => `${marks[change]}${text}`),
  ]);
}

describe("sections", () => {
  it("are titled by their media and mid", () => {
    const text = sdp("v=0", "s=-", "m=audio 9 X 0", "a=mid:a", "m=video 9 X 0", "m=");
    expect(sectionChanges(null, text).map(({ title }) => title)).toEqual([
      "session",
      "audio, mid a",
      "video",
      "media section",
    ]);
  });

  it("nothing is new without SDP before", () => {
    expect(changes(null, sdp("v=0", "m=audio 9 X 0"))).toEqual([
      ["session", " v=0"],
      ["audio", " m=audio 9 X 0"],
    ]);
  });

  it("a changed line is the old one and the new one", () => {
    const [before, after] = [sdp("v=0", "o=- 1 1", "s=-"), sdp("v=0", "o=- 1 2", "s=-")];
    expect(changes(before, after)).toEqual([["session", " v=0", "-o=- 1 1", "+o=- 1 2", " s=-"]]);
    expect(sectionChanges(before, after)).toMatchObject([{ added: 1, removed: 1 }]);
  });

  it("a section that comes, and one that goes", () => {
    const [one, two] = [sdp("v=0", "m=audio 9 X 0"), sdp("v=0", "m=audio 9 X 0", "m=video 9 X 0", "a=mid:1")];
    expect(changes(one, two)[2]).toEqual(["video, mid 1", "+m=video 9 X 0", "+a=mid:1"]);
    expect(changes(two, one)[2]).toEqual(["video, mid 1", "-m=video 9 X 0", "-a=mid:1"]);
  });

  it("whatever the texts are, the lines that are left without the removed ones are the SDP, and without the added ones the SDP before", () => {
    const text = fc.array(fc.constantFrom("a", "b", "c", "m=x", "m=y")).map((lines) => lines.join("\n"));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const compared = sectionChanges(before, after).flatMap(({ lines }) => lines);
        const without = (change: string) => compared.filter((line) => line.change !== change).map((line) => line.text);
        expect(without("removed").join("\n")).toBe(after);
        expect(without("added").join("\n")).toBe(before);
      }),
      { seed: 1 },
    );
  });
});
