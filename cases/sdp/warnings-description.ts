import { firstOffer, offerIn } from "./given/contexts.ts";
import {
  alice,
  audioOnly,
  balanced,
  bob,
  data,
  restarted,
  type Setup,
  transport,
  unbundled,
} from "./given/descriptions.ts";
import {
  addSection,
  append,
  bundle,
  edits,
  inSection,
  port0,
  removeLine,
  replaceLine,
  replaceText,
} from "./given/edits.ts";
import { cases, type WarningCase } from "./warning-case.ts";

const remote = firstOffer("remote");
const first = { base: balanced(alice, "actpass"), context: remote };
const alone = { base: unbundled(alice, "actpass"), context: remote };
const keep = (text: string): string => text;
const group = (mids: string) => append(-1, `a=group:BUNDLE ${mids}`);
const line = (index: number, anchor: string, by: string) => inSection(index, replaceLine(anchor, by));
const lite = append(-1, "a=ice-lite");
const withData = edits(addSection(data("3", transport(alice, "actpass"))), bundle("0 1 2 3"));
const midExtension = "a=extmap:4 urn:ietf:params:rtp-hdrext:sdes:mid";
const ridExtension = "a=extmap:10 urn:ietf:params:rtp-hdrext:sdes:rtp-stream-id";
const simulcast = append(1, "a=rid:h send", "a=rid:l send", "a=simulcast:send h;l");

/** One audio section without tls-ids, as browsers write it. */
const plain = (peer: typeof alice, setup: Setup, version = 1) =>
  removeLine("a=tls-id:*")(audioOnly(peer, setup, version));
const restart = {
  base: plain(restarted(alice), "actpass", 2),
  context: offerIn("local", {
    negotiated: { by: "local", offer: plain(alice, "actpass"), answer: plain(bob, "active") },
  }),
};

/** What is odd about a description on its own, or about an offer against the session. */
export const descriptionWarnings: readonly WarningCase[] = [
  ...cases(
    "D2",
    "RFC 5888 §6",
    first,
    [
      "a group names a mid that is not there",
      bundle("0 1 2 3"),
      { line: "a=group:BUNDLE 0 1 2 3" },
      append(-1, "a=group:LS 0 9"),
    ],
    [
      "a group names nothing but a mid that is not there",
      group("stranger"),
      { line: "a=group:BUNDLE stranger" },
      append(-1, "a=group:BUNDLE"),
    ],
    [
      "a group names a mid in another case",
      edits(replaceText("a=mid:1", "a=mid:v"), bundle("0 V 2")),
      { line: "a=group:BUNDLE 0 V 2" },
      edits(replaceText("a=mid:1", "a=mid:v"), bundle("0 v 2")),
    ],
    ["a group names a mid with another zero", bundle("00 1 2"), { line: "a=group:BUNDLE 00 1 2" }, keep],
    [
      "a group names what every object inherits",
      bundle("0 1 2 toString"),
      { line: "a=group:BUNDLE 0 1 2 toString" },
      edits(port0(1), append(1, "a=bundle-only")),
    ],
    [
      "a live section has no mid, so that nothing is grouped",
      edits(bundle("0 2"), inSection(1, removeLine("a=mid:1"))),
      1,
      edits(bundle("0 2"), port0(1), inSection(1, removeLine("a=mid:1"))),
    ],
  ),
  ...cases(
    "D4",
    "RFC 9143 §7.2.1",
    first,
    ["the tag is bundle-only", edits(port0(0), append(0, "a=bundle-only")), 0, append(0, "a=bundle-only")],
    [
      "another section, made the tag, is bundle-only",
      edits(port0(1), append(1, "a=bundle-only"), bundle("1 0 2")),
      1,
      edits(port0(1), append(1, "a=bundle-only")),
    ],
  ),
  ...cases("D17", "RFC 9143 §9.1", first, [
    "RTP sections of two protos in a group",
    line(1, "m=video*", "m=video 9 TCP/TLS/RTP/SAVPF 96 97"),
    1,
    edits(line(1, "m=video*", "m=video 9 TCP/TLS/RTP/SAVPF 96 97"), bundle("0 2")),
  ]),
  ...cases(
    "D18",
    "RFC 9143 §7.1.1",
    first,
    [
      "an IP6 address among IP4 ones",
      line(1, "c=*", "c=IN IP6 ::"),
      1,
      edits(line(1, "c=*", "c=IN IP6 ::"), bundle("0 2")),
    ],
    [
      "the session's is another",
      edits(replaceLine("s=-", "s=-", "c=IN IP6 ::"), inSection(2, removeLine("c=*"))),
      2,
      edits(replaceLine("s=-", "s=-", "c=IN IP4 0.0.0.0"), inSection(2, removeLine("c=*"))),
    ],
  ),
  ...cases("D20", "RFC 8841 §4.3", first, [
    "a data section with two formats",
    line(2, "m=application*", "m=application 9 UDP/DTLS/SCTP webrtc-datachannel other"),
    2,
    keep,
  ]),
  ...cases("D21", "RFC 8841 §5.3", first, [
    "two data sections in a group",
    withData,
    3,
    edits(withData, bundle("0 1 2")),
  ]),
  ...cases(
    "D22",
    "RFC 8285 §5",
    alone,
    [
      "a URI under two ids",
      append(0, "a=extmap:9 urn:ietf:params:rtp-hdrext:sdes:mid"),
      { line: "a=extmap:9 urn:ietf:params:rtp-hdrext:sdes:mid" },
      append(0, "a=extmap:9 urn:ietf:params:rtp-hdrext:sdes:mid with-attributes"),
    ],
    [
      "a URI twice for the same way",
      append(0, "a=extmap:8/sendonly urn:x-ext:a", "a=extmap:9/sendrecv urn:x-ext:a"),
      { line: "a=extmap:9/sendrecv urn:x-ext:a" },
      append(0, "a=extmap:8/sendonly urn:x-ext:a", "a=extmap:9/recvonly urn:x-ext:a"),
    ],
  ),
  ...cases("D24", "RFC 8285 §7", alone, [
    "an extension that is received where nothing is",
    edits(line(0, "a=sendrecv", "a=sendonly"), append(0, "a=extmap:9/recvonly urn:x-ext:a")),
    { line: "a=extmap:9/recvonly urn:x-ext:a" },
    edits(line(0, "a=sendrecv", "a=sendonly"), append(0, "a=extmap:9/sendonly urn:x-ext:a")),
  ]),
  ...cases("D25", "RFC 8839 §5.4", alone, [
    "one ufrag with two passwords",
    line(1, "a=ice-pwd:*", "a=ice-pwd:anotherAnotherAnother00"),
    1,
    edits(line(1, "a=ice-pwd:*", "a=ice-pwd:anotherAnotherAnother00"), line(1, "a=ice-ufrag:*", "a=ice-ufrag:another")),
  ]),
  ...cases(
    "W21",
    "RFC 9143 §7.5.3",
    first,
    ["a group names a rejected section", port0(1), { line: "a=group:BUNDLE 0 1 2" }, edits(port0(1), bundle("0 2"))],
    [
      "also where the attribute bundle-only is missing",
      port0(2),
      { line: "a=group:BUNDLE 0 1 2" },
      edits(port0(2), append(2, "a=bundle-only")),
    ],
  ),
  ...cases("W22", "RFC 9143 §9.3.1.1", first, [
    "the data section is the tag and has no rtcp-mux",
    bundle("2 0 1"),
    2,
    edits(bundle("2 0 1"), append(2, "a=rtcp-mux")),
  ]),
  ...cases("W23", "RFC 8842 §4", restart, [
    "the server of before restarts ICE and offers to be the client",
    line(0, "a=setup:*", "a=setup:active"),
    0,
    line(0, "a=setup:*", "a=setup:passive"),
  ]),
  ...cases("W24", "RFC 9429 §5.2.1", first, [
    "two tracks by a=ssrc",
    append(1, "a=ssrc:1 msid:one one-v", "a=ssrc:2 msid:two two-v"),
    { line: "a=ssrc:2 msid:two two-v" },
    append(1, "a=ssrc:1 msid:one one-v", "a=ssrc:2 msid:one one-v"),
  ]),
  ...cases(
    "W25",
    "RFC 9143 §9.1",
    first,
    [
      "an RTP section of two without sdes:mid",
      inSection(1, removeLine(midExtension)),
      1,
      edits(inSection(1, removeLine(midExtension)), bundle("0 2")),
    ],
    ["the first of two", inSection(0, removeLine(midExtension)), 0, keep],
  ),
  ...cases("W26", "RFC 8853 §5.5", first, [
    "simulcast without the rid extension",
    simulcast,
    { line: "a=simulcast:send h;l" },
    edits(simulcast, append(1, ridExtension)),
  ]),
  ...cases(
    "W27",
    "RFC 8866 §6.15, RFC 4585 §4.2",
    first,
    [
      "an fmtp for a type that is not listed",
      append(1, "a=fmtp:98 x=1"),
      { line: "a=fmtp:98 x=1" },
      append(1, "a=fmtp:96 x=1"),
    ],
    [
      "an rtcp-fb for a type that is not listed",
      append(1, "a=rtcp-fb:98 nack"),
      { line: "a=rtcp-fb:98 nack" },
      append(1, "a=rtcp-fb:* nack"),
    ],
  ),
  ...cases("W28", "RFC 5576 §4.2", first, [
    "an ssrc-group of unknown sources",
    append(1, "a=ssrc-group:FID 1 2", "a=ssrc:1 cname:x"),
    { line: "a=ssrc-group:FID 1 2" },
    append(1, "a=ssrc-group:FID 1 2", "a=ssrc:1 cname:x", "a=ssrc:2 cname:x"),
  ]),
  ...cases(
    "W29",
    "RFC 8830 §2",
    first,
    [
      "the same msid twice",
      append(1, "a=msid:s t", "a=x-between", "a=msid:s t"),
      1,
      append(1, "a=msid:s t", "a=msid:other t"),
    ],
    [
      "the same msid in two sections",
      edits(append(0, "a=msid:s t"), append(1, "a=msid:s t")),
      1,
      edits(append(0, "a=msid:s t1"), append(1, "a=msid:s t2")),
    ],
    [
      "also in a rejected one",
      edits(append(0, "a=msid:s t"), port0(1), bundle("0 2"), append(1, "a=msid:s t")),
      1,
      edits(append(0, "a=msid:s"), append(1, "a=msid:s")),
    ],
  ),
  ...cases("W31", "RFC 9429 §5.2.1", { base: balanced(alice, "actpass"), context: firstOffer("local") }, [
    "a local description is of ice-lite",
    lite,
    { line: "a=ice-lite" },
    append(0, "a=ice-lite"),
  ]),
];
