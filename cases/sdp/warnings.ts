import { answerIn, firstOffer, offerIn } from "./given/contexts.ts";
import { alice, audioOnly, balanced, bob, bundled, restarted, transport, unbundled } from "./given/descriptions.ts";
import {
  addSection,
  append,
  type Edit,
  edits,
  inSection,
  port0,
  removeLine,
  replaceEvery,
  replaceLine,
  replaceText,
} from "./given/edits.ts";
import { cases, type WarningCase } from "./warning-case.ts";
import { answerWarnings } from "./warnings-answer.ts";
import { descriptionWarnings } from "./warnings-description.ts";

const offer = balanced(alice, "actpass");
const remote = firstOffer("remote");
const keep: Edit = (text) => text;
const answer = { base: balanced(bob, "active"), context: answerIn({ offerer: "local", offer }) };
const reoffer = {
  base: balanced(alice, "actpass", 2),
  context: offerIn("local", { negotiated: { by: "local", offer, answer: balanced(bob, "active") } }),
};
const withRids = append(1, "a=rid:h send", "a=rid:l send");
const ridCall = {
  offer: edits(withRids, append(1, "a=simulcast:send h;l"))(offer),
  answer: append(1, "a=rid:h recv", "a=rid:l recv", "a=simulcast:recv h;l")(answer.base),
};
const audioCodec = (index: number, type: number, codec: string): Edit =>
  edits(
    inSection(index, (text) => text.replace(/^(m=[^\r]*)/, `$1 ${type}`)),
    append(index, `a=rtpmap:${type} ${codec}`),
  );
const section = (first: string): Edit =>
  addSection([first, "c=IN IP4 0.0.0.0", "a=mid:3", "a=rtcp-mux", ...transport(alice, "actpass")]);

const first = { base: offer, context: remote };
const alone = { base: unbundled(alice, "actpass"), context: remote };

export const warningCases: readonly WarningCase[] = [
  ...cases("W1", "RFC 8842 §5.2", alone, [
    "no tls-id in a transport owner",
    inSection(1, removeLine("a=tls-id:*")),
    1,
    edits(inSection(1, removeLine("a=tls-id:*")), append(-1, `a=tls-id:${alice.tlsId}`)),
  ]),
  ...cases("W2", "RFC 9429 §5.2.1", alone, ["no mid", inSection(1, removeLine("a=mid:1")), 1, keep]),
  ...cases("W3", "RFC 9143 §9, RFC 9429 §5.2.1", alone, [
    "a mid of 17 characters",
    replaceText("a=mid:1", "a=mid:12345678901234567"),
    1,
    replaceText("a=mid:1", "a=mid:1234567890123456"),
  ]),
  ...cases(
    "W4",
    "RFC 8866 §8.2",
    alone,
    ["unknown media", section("m=hologram 9 UDP/TLS/RTP/SAVPF 98"), 3, section("m=video 9 UDP/TLS/RTP/SAVPF 98")],
    ["unknown proto", section("m=audio 9 QUIC/MEDIA 98"), 3, section("m=audio 9 TCP/TLS/RTP/SAVPF 98")],
  ),
  ...cases("W6", "RFC 9429 §5.2.2", reoffer, [
    "a payload type for another codec than before",
    replaceText("a=rtpmap:0 PCMU/8000", "a=rtpmap:0 x-codec/8000"),
    0,
    replaceText("a=rtpmap:0 PCMU/8000", "a=rtpmap:0 pcmu/8000"),
  ]),
  ...cases("W7", "RFC 9429 §5.3.1", answer, [
    "a codec in the answer that was not offered",
    audioCodec(0, 8, "PCMA/8000"),
    0,
    keep,
  ]),
  ...cases(
    "W8",
    "RFC 8839 §4.4.1",
    reoffer,
    ["a new ufrag with the old pwd", inSection(0, replaceLine("a=ice-ufrag:*", "a=ice-ufrag:aliX")), 0, keep],
    [
      "a new pwd with the old ufrag",
      inSection(0, replaceLine("a=ice-pwd:*", "a=ice-pwd:0123456789012345678901")),
      0,
      () => balanced(restarted(alice), "actpass", 2),
    ],
  ),
  ...cases(
    "W9",
    "RFC 9429 §5.2.2",
    reoffer,
    ["the version skips one", replaceText(" 2 IN IP4", " 3 IN IP4"), { line: "o=- 1001 3 IN IP4 127.0.0.1" }, keep],
    [
      "the version stays, and the text does not",
      edits(replaceText(" 2 IN IP4", " 1 IN IP4"), append(0, "a=x-changed")),
      { line: "o=- 1001 1 IN IP4 127.0.0.1" },
      replaceText("o=- 1001 2", "o=- 7777 9"),
    ],
    ["the version falls", replaceText(" 2 IN IP4", " 0 IN IP4"), { line: "o=- 1001 0 IN IP4 127.0.0.1" }, keep],
  ),
  ...cases("W10", "RFC 9143 §6", first, [
    "bundle-only with a port",
    append(1, "a=bundle-only"),
    1,
    edits(append(1, "a=bundle-only"), port0(1)),
  ]),
  ...cases("W10", "RFC 9143 §6", answer, ["bundle-only in an answer", append(1, "a=bundle-only"), 1, keep]),
  ...cases("W11", "RFC 8866 §6.6", first, [
    "an rtpmap for a type that the m= line does not list",
    append(0, "a=rtpmap:120 x-codec/8000"),
    { line: "a=rtpmap:120 x-codec/8000" },
    audioCodec(0, 120, "x-codec/8000"),
  ]),
  ...cases(
    "W12",
    "RFC 8851 §6.4",
    { base: ridCall.answer, context: answerIn({ offerer: "local", offer: ridCall.offer }) },
    ["a rid in the answer that was not offered", append(1, "a=rid:m recv"), { line: "a=rid:m recv" }, keep],
  ),
  ...cases(
    "W12",
    "RFC 8851 §6.4",
    {
      base: edits(withRids, append(1, "a=simulcast:send h;l"))(reoffer.base),
      context: offerIn("local", { negotiated: { by: "local", ...ridCall } }),
    },
    [
      "two rids change their direction in a re-offer",
      edits(replaceText("a=rid:h send", "a=rid:h recv"), replaceText("a=simulcast:send h;l", "a=simulcast:send l")),
      1,
      keep,
    ],
  ),
  ...cases("W13", "RFC 8826 §6.5, RFC 9429 §5.1.1", first, [
    "SDES beside DTLS",
    append(0, "a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:WVNfX19zZW1jdGwgKCkgewkyMjA7fQp9CnVubGVz"),
    0,
    append(0, "a=x-crypto:1"),
  ]),
  ...cases(
    "W14",
    "RFC 8866 §6",
    first,
    ["mid of the session", append(-1, "a=mid:s"), { line: "a=mid:s" }, keep],
    ["a malformed sctp-port of the session", append(-1, "a=sctp-port:none"), { line: "a=sctp-port:none" }, keep],
    [
      "group in a section",
      append(1, "a=group:BUNDLE 8 9"),
      { line: "a=group:BUNDLE 8 9" },
      append(1, "a=x-group:BUNDLE 8 9"),
    ],
    ["ice-lite in a section", append(1, "a=ice-lite:what"), { line: "a=ice-lite:what" }, append(-1, "a=ice-lite")],
    ["a candidate of the session", append(-1, "a=candidate:none"), { line: "a=candidate:none" }, keep],
  ),
  ...cases(
    "W15",
    "RFC 8866 §5.13",
    first,
    ["the same setup twice", append(0, "a=setup:actpass"), 0, append(-1, "a=setup:actpass")],
    ["the same rtcp-mux twice", append(1, "a=rtcp-mux"), 1, keep],
    ["the same mid twice", append(2, "a=mid:2"), 2, keep],
    ["ice-lite twice", append(-1, "a=ice-lite", "a=x-between", "a=ice-lite"), null, append(-1, "a=ice-lite")],
  ),
  ...cases("W16", "RFC 8866 §9", first, ["no end of the last line", (text) => text.slice(0, -2), null, keep]),
  ...cases(
    "W17",
    "RFC 8839 §5.4",
    alone,
    [
      "a ufrag with a hyphen",
      inSection(0, replaceLine("a=ice-ufrag:*", "a=ice-ufrag:ab-c")),
      { line: "a=ice-ufrag:ab-c" },
      inSection(0, replaceLine("a=ice-ufrag:*", "a=ice-ufrag:ab+c")),
    ],
    [
      "a pwd with = # _",
      inSection(0, replaceLine("a=ice-pwd:*", "a=ice-pwd:0123456789012345678=#_")),
      { line: "a=ice-pwd:0123456789012345678=#_" },
      keep,
    ],
    [
      "an ice-option with an underscore",
      append(-1, "a=ice-options:x_1"),
      { line: "a=ice-options:x_1" },
      append(-1, "a=ice-options:x1"),
    ],
    [
      "a foundation with a hyphen",
      append(0, "a=candidate:a-1 1 udp 1 192.0.2.1 9 typ host"),
      { line: "a=candidate:a-1 1 udp 1 192.0.2.1 9 typ host" },
      append(0, "a=candidate:a1 1 udp 1 192.0.2.1 9 typ host"),
    ],
    [
      "ice-options with commas",
      append(-1, "a=ice-options:ice2,trickle"),
      { line: "a=ice-options:ice2,trickle" },
      append(-1, "a=ice-options:ice2 trickle"),
    ],
    [
      "ice-options with commas and spaces",
      append(-1, "a=ice-options:ice2, trickle"),
      { line: "a=ice-options:ice2, trickle" },
      keep,
    ],
  ),
  ...cases("W18", "RFC 8122 §5", { base: audioOnly(alice, "actpass"), context: remote }, [
    "lower-case hex",
    replaceEvery("A1:", "a1:"),
    0,
    keep,
  ]),
  ...cases("W19", "RFC 8830 §2", first, [
    "an msid in braces and with a slash",
    append(0, "a=msid:{a/b} @c"),
    { line: "a=msid:{a/b} @c" },
    append(0, "a=msid:a-b c"),
  ]),
  ...cases("W19", "RFC 8830 §2", first, [
    "an msid with a space at its end",
    append(0, "a=msid:a c "),
    { line: "a=msid:a c " },
    append(0, "a=msid:a c"),
  ]),
  ...cases(
    "W20",
    "RFC 8851 §6.2.2",
    first,
    ["a rid without its direction", append(1, "a=rid:x"), { line: "a=rid:x" }, append(1, "a=rid:x send")],
    [
      "a rid twice: both lines are discarded",
      append(1, "a=rid:x send", "a=rid:x recv"),
      { line: "a=rid:x send" },
      append(1, "a=rid:x send", "a=rid:y recv"),
    ],
  ),
  ...descriptionWarnings,
  ...answerWarnings,
  ...cases(
    "W30",
    "RFC 9429 §5.8",
    first,
    ["a letter too many", append(0, "a=sendrecvv"), { line: "a=sendrecvv" }, append(0, "a=x-sendrecv")],
    [
      "two letters swapped",
      append(0, "a=rtpmpa:8 PCMA/8000"),
      { line: "a=rtpmpa:8 PCMA/8000" },
      append(0, "a=mrtpmap:8 PCMA/8000"),
    ],
    ["a letter too few", append(-1, "a=ice-ufrg:abcd"), { line: "a=ice-ufrg:abcd" }, append(-1, "a=ice-pacing:50")],
    [
      "an underscore for a hyphen",
      append(0, "a=rtcp_mux"),
      { line: "a=rtcp_mux" },
      append(0, "a=rtcp-xr:voip-metrics"),
    ],
    ["upper case", append(0, "a=RTCP-MUX"), { line: "a=RTCP-MUX" }, append(0, "a=extmap-allow-mixed")],
  ),
];

/** Nothing to warn of: the fixtures themselves. */
export const quietOffer = { text: bundled(alice, "actpass"), context: remote };
