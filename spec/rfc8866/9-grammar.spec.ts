import { describe, expect, it } from "vitest";
import { mediaAttributes } from "../../cases/sdp/attribute-grammar-media.ts";
import { transportAttributes } from "../../cases/sdp/attribute-grammar-transport.ts";
import { alice, bundled } from "../../cases/sdp/given/descriptions.ts";
import { append, edits, lastLineNumber, lineNumber, port0 } from "../../cases/sdp/given/edits.ts";
import { lineGrammar } from "../../cases/sdp/line-grammar.ts";
import { connectionCases, framingCases, repeatCases } from "../../cases/sdp/structure.ts";
import type { StructureCase } from "../../cases/sdp/structure-case.ts";
import { orderCases, sectionOrderCases } from "../../cases/sdp/structure-order.ts";
import { syntaxError, wellFormed } from "../expectations/findings.ts";

const offer = bundled(alice, "actpass");
const show = (line: string): string => (line.length > 60 ? `${line.slice(0, 60)}… (${line.length})` : line);

it("the description that every case here edits is well-formed", () => wellFormed(offer));

describe.each([
  ["RFC 8866 §5: framing", framingCases],
  ["RFC 8866 §5: order, number and presence of lines", orderCases],
  ["RFC 8866 §5: order of the lines of an m= section", sectionOrderCases],
  ["an attribute that is single at its level", repeatCases],
  ["RFC 8866 §5.7: connection data", connectionCases],
] satisfies [string, readonly StructureCase[]][])("%s", (_, cases) => {
  for (const { rule, name, edit, at, neighbour } of cases) {
    it(`${rule}: ${name}`, () => {
      const text = edit(offer);
      const line =
        typeof at === "number" ? at : typeof at === "string" ? lineNumber(text, at) : lastLineNumber(text, at.last);
      syntaxError(text, rule, line);
    });
    if (neighbour) it(`${rule}: ${name}: the neighbour is well-formed`, () => wellFormed(neighbour(offer)));
  }
});

describe.each([
  ["RFC 8866 §9: lines", lineGrammar],
  ["attributes of transports", transportAttributes],
  ["attributes of media", mediaAttributes],
] as const)("%s", (_, rows) => {
  describe.each(rows.map((row) => [`${row.name} (${row.source})`, row] as const))("%s", (_, row) => {
    for (const line of row.refused) {
      it(`${row.rule} refuses ${JSON.stringify(show(line))}`, () => {
        const text = row.edit(line)(offer);
        syntaxError(text, row.rule, lineNumber(text, line));
      });
    }
    for (const line of row.accepted) {
      it(`accepts ${JSON.stringify(show(line))}`, () => wellFormed(row.edit(line)(offer)));
    }
  });
});

describe("RFC 8853 §5.1: simulcast lists", () => {
  const rids = append(1, "a=rid:h send", "a=rid:m send", "a=rid:l send", "a=rid:r recv");
  it.each([
    "a=simulcast:send h",
    "a=simulcast:send h;m;l",
    "a=simulcast:send h,m;~l",
    "a=simulcast:send h;~m recv r",
    "a=simulcast:recv ~r send h",
  ])("accepts %s", (line) => wellFormed(edits(rids, append(1, line))(offer)));
});

describe("attributes that may stand any number of times", () => {
  it.each([
    [-1, "a=group:LS 0 1", "a=group:FID 0 1"],
    [-1, "a=identity:YWJj", "a=identity:ZGVm"],
    [0, "a=candidate:1 1 udp 1 192.0.2.1 9 typ host", "a=candidate:2 1 udp 1 192.0.2.2 9 typ host"],
    [0, "a=remote-candidates:1 192.0.2.3 45664", "a=remote-candidates:1 192.0.2.4 45664"],
    [0, "a=fingerprint:sha-1 01:02", "a=fingerprint:sha-512 01:02"],
    [0, "a=extmap:7 urn:x-ext:a", "a=extmap:8 urn:x-ext:b"],
    [0, "a=msid:a b", "a=msid:c b"],
    [1, "a=rid:a send", "a=rid:b send"],
    [1, "a=fmtp:96 x=1", "a=fmtp:96 y=1"],
    [1, "a=rtcp-fb:96 ccm fir", "a=rtcp-fb:96 goog-remb"],
    [1, "a=ssrc:1 cname:a", "a=ssrc:1 label:b"],
    [1, "a=ssrc-group:FID 1 2", "a=ssrc-group:FID 3 4"],
    [1, "a=imageattr:96 send *", "a=imageattr:97 send *"],
  ])("section %i: %s, then %s", (index, ...lines) => wellFormed(append(index, ...lines)(offer)));
});

describe("unknown things are ignored", () => {
  it.each(["a=x-unknown", "a=X-UNKNOWN:what ever", "a=ICE-UFRAG:x", "a=rtcp-mux2:1", "a=midi:(", "a=crypto"])(
    "%s",
    (line) => wellFormed(append(0, line)(offer)),
  );

  it("a malformed value is judged in a rejected section too", () => {
    const text = edits(port0(1), append(1, "a=candidate:none"))(offer);
    syntaxError(text, "S4", lineNumber(text, "a=candidate:none"));
  });

  it("a malformed value is judged even where it would be thrown away (RFC 9429 §5.8)", () => {
    const text = edits(append(2, "a=rtcp-fb:96"), append(2, "a=ice-pwd:short"))(offer);
    expect(lineNumber(text, "a=rtcp-fb:96")).toBe(52);
    syntaxError(text, "S4", 52);
  });
});
