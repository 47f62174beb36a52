import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ParsedSdp, parseSdp } from "../src/entries/sdp.ts";
import { offers } from "./arbitraries/sdp-seeds.ts";

const seed = 20261122;
const head = "v=0\r\no=- 1 1 IN IP4 0.0.0.0\r\ns=-\r\nc=IN IP4 0.0.0.0\r\nt=0 0\r\n";

function modelOf(text: string): ParsedSdp {
  const parsed = parseSdp(text);
  if (!parsed.ok) expect.fail(`line ${parsed.error.sdpLineNumber}: ${parsed.error.message}`);
  return parsed.sdp;
}

const section = (...attributes: readonly string[]): string =>
  `${head}m=audio 9 RTP/SAVPF 0\r\n${attributes.map((attribute) => `a=${attribute}\r\n`).join("")}`;

const word = fc.string({ unit: fc.constantFrom(..."abcXYZ019"), minLength: 1, maxLength: 8 });
const pair = fc.string({ unit: fc.constantFrom(..."0123456789ABCDEF"), minLength: 2, maxLength: 2 });

describe("the model has what sdp-transform loses", () => {
  it("every fingerprint of a section", () => {
    fc.assert(
      fc.property(fc.array(fc.array(pair, { minLength: 1 }), { minLength: 1 }), (hashes) => {
        const values = hashes.map((pairs) => pairs.join(":"));
        const [media] = modelOf(section(...values.map((value) => `fingerprint:sha-256 ${value}`))).sections;
        expect(media?.fingerprints.map(({ value }) => value)).toEqual(values);
      }),
      { seed, numRuns: 100 },
    );
  });

  it("every ICE option, also for the session", () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 1 }), (options) => {
        const line = `a=ice-options:${options.join(" ")}\r\n`;
        expect(modelOf(section(line.slice(2, -2))).sections[0]?.iceOptions).toEqual(options);
        expect(modelOf(`${head}${line}m=audio 9 RTP/SAVPF 0\r\n`).sections[0]?.iceOptions).toEqual(options);
      }),
      { seed, numRuns: 100 },
    );
  });

  it("the extensions of a candidate, behind what is related", () => {
    const extensions = fc.array(fc.record({ name: word, value: fc.oneof(word, fc.constant("")) }));
    fc.assert(
      fc.property(extensions, fc.boolean(), (pairs, related) => {
        const more = pairs.map(({ name, value }) => ` ${name} ${value}`).join("");
        const middle = related ? " raddr 192.0.2.1 rport 7" : "";
        const candidate = `candidate:1 1 udp 2113929471 host.local 9 typ host${middle}${more}`;
        expect(modelOf(section(candidate)).sections[0]?.candidates).toEqual([
          {
            foundation: "1",
            component: 1,
            transport: "udp",
            priority: 2113929471,
            address: "host.local",
            port: 9,
            type: "host",
            relatedAddress: related ? "192.0.2.1" : null,
            relatedPort: related ? 7 : null,
            extensions: pairs,
            sdpLineNumber: 7,
          },
        ]);
      }),
      { seed, numRuns: 200 },
    );
  });

  it("a mid as it is written, and in its group", () => {
    fc.assert(
      fc.property(fc.oneof(word, fc.constantFrom("0", "00", "NaN", "Infinity", "1e3", "__proto__")), (mid) => {
        const model = modelOf(`${head}a=group:BUNDLE ${mid}\r\n${section(`mid:${mid}`).slice(head.length)}`);
        expect(model.sections[0]?.mid).toBe(mid);
        expect(model.groups).toEqual([{ semantics: "BUNDLE", mids: [mid], sdpLineNumber: 6 }]);
      }),
      { seed, numRuns: 100 },
    );
  });

  it("rtcp-mux told from rtcp-mux-only", () => {
    expect(modelOf(section("rtcp-mux-only")).sections[0]).toMatchObject({ rtcpMux: false, rtcpMuxOnly: true });
    expect(modelOf(section("rtcp-mux")).sections[0]).toMatchObject({ rtcpMux: true, rtcpMuxOnly: false });
  });

  it("the line of every section and attribute", () => {
    for (const offer of offers) {
      const lines = offer.split("\r\n");
      const { attributes, sections } = modelOf(offer);
      for (const { sdpLineNumber, media } of sections) expect(lines[sdpLineNumber - 1]).toContain(`m=${media} `);
      for (const { sdpLineNumber, name, value } of [attributes, ...sections.map((media) => media.attributes)].flat()) {
        expect(lines[sdpLineNumber - 1]).toBe(value === "" ? `a=${name}` : `a=${name}:${value}`);
      }
    }
  });
});
