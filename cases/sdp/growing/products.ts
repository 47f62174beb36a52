import { answerIn, type Call, firstOffer, offerIn } from "../given/contexts.ts";
import { alice, bob, type Peer, type Setup, sdp, transport } from "../given/descriptions.ts";
import { type GrowingCase, times, upTo } from "./growing-case.ts";

type Lines = readonly string[];

const head = (...more: Lines): Lines => ["v=0", "o=- 1 1 IN IP4 0.0.0.0", "s=-", "c=IN IP4 0.0.0.0", "t=0 0", ...more];
const audio = (...more: Lines): Lines => ["m=audio 9 UDP/TLS/RTP/SAVPF 0", "a=rtcp-mux", ...more];
const hex = (index: number): string =>
  index
    .toString(16)
    .toUpperCase()
    .padStart(6, "0")
    .replace(/..(?=.)/g, "$&:");
const long = (count: number): string => "z".repeat(20 * count);

/** One audio section with those lines in it, whose transport is that peer's. */
const one = (peer: Peer, setup: Setup, formats: Lines, ...more: Lines): string =>
  sdp(
    head(),
    `m=audio 9 UDP/TLS/RTP/SAVPF ${formats.join(" ")}`,
    "a=rtcp-mux",
    "a=mid:0",
    transport(peer, setup),
    more,
  );

/** Sections of one transport each, the first of which has so many fingerprints. */
const apart = (peer: Peer, setup: Setup, count: number, fingerprints: number, ...more: Lines): string =>
  sdp(
    head(...transport(peer, setup), ...more),
    upTo(count).flatMap((index) => [
      ...audio(`a=mid:${index}`),
      ...(index === 0 ? times(fingerprints, (at) => `a=fingerprint:sha-1 ${hex(at)}`) : []),
    ]),
  );

/** The same, all in one group. */
const together = (peer: Peer, setup: Setup, count: number, fingerprints: number, ...more: Lines): string =>
  apart(peer, setup, count, fingerprints, `a=group:BUNDLE ${upTo(count).join(" ")}`, ...more);

const answerTo = (offer: string) => answerIn({ offerer: "local", offer });
const reofferAfter = (negotiated: NonNullable<Call["negotiated"]>) => offerIn(negotiated.by, { negotiated });
const dynamic = (count: number): Lines => times(count, (index) => String(index + 1000));
const options = (count: number): string => `a=ice-options:${times(count, (index) => `o${index}`).join(" ")}`;
const withoutOptions = (text: string): string => text.replace("a=ice-options:trickle ice2\r\n", "");

/** Products of two things that one side sends, each of which cost its square once or could. */
export const products: readonly GrowingCase[] = [
  {
    rule: "A8",
    what: "formats × rtcp-fb",
    at: (count) => {
      const feedback = (what: string) => dynamic(count).map((format) => `a=rtcp-fb:${format} ${what}`);
      const maps = dynamic(count).map((format, index) => `a=rtpmap:${format} c${index}/8000`);
      const offer = one(alice, "actpass", dynamic(count), ...maps, ...feedback("nack"));
      return { text: one(bob, "active", dynamic(count), ...maps, ...feedback("x")), context: answerTo(offer) };
    },
  },
  {
    rule: "A8",
    what: "rtcp-fb × a long codec",
    at: (count) => {
      const lines = (what: string) => [
        `a=rtpmap:96 ${long(count)}/8000`,
        ...times(count, (i) => `a=rtcp-fb:96 ${what}${i}`),
      ];
      return {
        text: one(bob, "active", ["96"], ...lines("x")),
        context: answerTo(one(alice, "actpass", ["96"], ...lines("nack"))),
      };
    },
  },
  {
    rule: "A12",
    what: "ids of one URI × answered ids",
    at: (count) => ({
      text: one(bob, "active", ["0"], ...times(count, (index) => `a=extmap:${index + 2000} u:a`)),
      context: answerTo(one(alice, "actpass", ["0"], ...times(count, (index) => `a=extmap:${index % 2000} u:a`))),
    }),
  },
  {
    rule: "A12",
    what: "URIs of one id × answered URIs",
    at: (count) => ({
      text: one(bob, "active", ["0"], ...times(count, (index) => `a=extmap:1 v:${index}`)),
      context: answerTo(one(alice, "actpass", ["0"], ...times(count, (index) => `a=extmap:1 u:${index}`))),
    }),
  },
  {
    rule: "A14",
    what: "sections × mids of their group",
    at: (count) => ({
      text: apart(bob, "active", count, 0),
      context: answerIn({
        offerer: "local",
        negotiated: {
          by: "local",
          offer: together(alice, "actpass", count, 0),
          answer: together(bob, "active", count, 0),
        },
        offer: together(alice, "actpass", count, 0),
      }),
    }),
  },
  ...(["R4", "R5", "R6"] as const).map((rule) => ({
    rule,
    what: "transport owners × fingerprints of their former tag",
    at: (count: number) => {
      const offer = together(alice, "actpass", count, count);
      const answer = apart(bob, "active", count, 0);
      const text = apart(alice, rule === "R6" ? "active" : "actpass", count, rule === "R6" ? count : 0);
      return {
        text: rule === "R4" ? text.replaceAll("a=rtcp-mux\r\n", "") : text,
        context: reofferAfter({
          by: "local",
          offer: rule === "R6" ? apart(alice, "actpass", count, count) : offer,
          answer,
        }),
      };
    },
  })),
  {
    rule: "R8",
    what: "URIs of one id × offered URIs",
    at: (count) => {
      const extmaps = (uri: string) => times(count, (index) => `a=extmap:1 ${uri}:${index}`);
      return {
        text: one(alice, "actpass", ["0"], ...extmaps("v")),
        context: reofferAfter({
          by: "local",
          offer: one(alice, "actpass", ["0"], ...extmaps("u")),
          answer: one(bob, "active", ["0"], ...extmaps("u")),
        }),
      };
    },
  },
  {
    rule: "R10",
    what: "transport owners × ice-options of the session",
    at: (count) => {
      const [offer, text] = [options(count), options(count + 1)].map((line) =>
        withoutOptions(apart(alice, "actpass", count, 0, line)),
      ) as [string, string];
      return { text, context: reofferAfter({ by: "local", offer, answer: apart(bob, "active", count, 0) }) };
    },
  },
  {
    rule: "D18",
    what: "sections × a long addrtype",
    at: (count) => ({
      text: together(alice, "actpass", count, 0)
        .replace("c=IN IP4", `c=IN ${long(count)}`)
        .replace("a=mid:0", `c=IN ${long(count)} x\r\na=mid:0`)
        .replace("a=rtcp-mux\r\nc=", "c=")
        .concat("m=audio 9 UDP/TLS/RTP/SAVPF 0\r\nc=IN IP4 0.0.0.0\r\na=rtcp-mux\r\na=mid:0\r\n"),
      context: firstOffer("remote"),
    }),
  },
  {
    rule: "D29",
    what: "formats × a long media",
    at: (count) => {
      const section = (mid: number) => [
        `m=${long(count)} 9 UDP/TLS/RTP/SAVPF ${dynamic(count).join(" ")}`,
        `a=mid:${mid}`,
        ...dynamic(count).map((format) => `a=rtpmap:${format} c${mid}/8000`),
      ];
      const lines = head(...transport(alice, "actpass"), "a=group:BUNDLE 0 1");
      return { text: sdp(lines, section(0), section(1)), context: firstOffer("remote") };
    },
  },
  {
    rule: "W24",
    what: "sources × a long attribute of the first",
    at: (count) => ({
      text: one(
        alice,
        "actpass",
        ["0"],
        `a=ssrc:1 x:${long(count)} msid:a`,
        ...times(count, (index) => `a=ssrc:${index} msid:a`),
        "a=ssrc:1 msid:b",
      ),
      context: firstOffer("remote"),
    }),
  },
  {
    rule: "S2",
    what: "errors that are listed once × lines behind them",
    at: (count) => ({
      text: sdp(
        head().filter((line) => line !== "s=-"),
        audio("a=mid:0"),
        times(count, () => "s=-"),
        audio("a=mid:1"),
      ),
      context: firstOffer("remote"),
    }),
  },
  {
    rule: "S2",
    what: "errors that are listed once × lines before a late c=",
    at: (count) => ({
      text: sdp(
        head().filter((line) => line !== "s=-" && !line.startsWith("c=")),
        audio("a=mid:0"),
        times(count, () => "s=-"),
        "c=IN IP4 0.0.0.0",
      ),
      context: firstOffer("remote"),
    }),
  },
  {
    rule: "D27",
    what: "one format again and again × a long codec",
    at: (count) => {
      const section = ["a=mid:0", `a=rtpmap:96 rtx/${"0".repeat(20 * count)}`];
      const formats = new Array(count).fill("96").join(" ");
      const offer = (peer: Peer, setup: Setup) =>
        sdp(head(...transport(peer, setup)), `m=audio 9 UDP/TLS/RTP/SAVPF ${formats}`, "a=rtcp-mux", section);
      return { text: offer(bob, "active"), context: answerTo(offer(alice, "actpass")) };
    },
  },
];
