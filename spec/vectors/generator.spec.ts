import { describe, expect, it } from "vitest";
import { alice, balanced, bob, bundled } from "../../cases/sdp/given/descriptions.ts";
import { callNamed } from "../../scripts/vectors/call.ts";
import { Ids } from "../../scripts/vectors/ids.ts";
import { lineEdits } from "../../scripts/vectors/line-edits.ts";
import { sessionCase } from "../../scripts/vectors/session-case.ts";
import { vectorFile } from "../../scripts/vectors/vector-file.ts";
import { expanded } from "./running/expanded.ts";

describe("the generator writes nothing that was not foreseen by hand", () => {
  const opaque = { sdp: "opaque" } as const;

  it("refuses a case whose verdict is another than the one written down", () => {
    expect(() => sessionCase("x", opaque, [[callNamed("local"), "create answer"]])).toThrow("must be create answer");
    expect(() => sessionCase("x", opaque, [[callNamed("local"), "create offer"]])).not.toThrow();
  });

  it("refuses a case that the model does not foresee", () => {
    // Conversion is not the model's: it takes the empty string for a type that it does not know.
    const call = { method: "setRemoteDescription", description: { type: "", sdp: "X" } } as const;
    expect(() => sessionCase("x", opaque, [[call, null]])).toThrow("the model disagrees");
  });

  it("refuses two cases with one id", () => {
    const file = { vectors: "x", about: "x", cases: [{ id: "a/b" }, { id: "a/b" }] };
    expect(() => vectorFile(file)).toThrow("the same id: a/b");
  });

  it("gives a name that comes again a number", () => {
    const ids = new Ids();
    expect(["a b", "a-b", "ä b!"].map((name) => ids.idOf("x", name))).toEqual(["x/a-b", "x/a-b-2", "x/a-b-3"]);
  });
});

describe("a text as edits of another", () => {
  const texts = [
    balanced(alice, "actpass"),
    balanced(bob, "active", 2),
    bundled(alice, "actpass", 2).replace(" 2 IN IP4", " 1 IN IP4"),
    "",
    "\r\n",
    "v=0\n",
  ];

  it.each(texts)("%#: written out, it is the text again", (to) => {
    for (const from of texts) {
      const edited = { from: "it", edits: lineEdits(from, to) };
      expect(expanded(edited, { it: from })).toBe(to);
    }
  });

  it("is as few edits as there are places that differ", () => {
    const [from = "", , other = ""] = texts;
    expect(lineEdits(from, from)).toEqual([]);
    expect(lineEdits(from, from.replace("s=-", "s=x"))).toEqual([{ line: 3, remove: 1, insert: ["s=x"] }]);
    expect(lineEdits(from, other).map(({ insert }) => insert)).toEqual([[], []]);
  });
});
