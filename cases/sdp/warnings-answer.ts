import { answerIn } from "./given/contexts.ts";
import { alice, audioOnly, balanced, bob, carol, restarted, type Setup, unbundled } from "./given/descriptions.ts";
import {
  append,
  bundle,
  type Edit,
  edits,
  inSection,
  port0,
  removeLine,
  replaceLine,
  replaceText,
} from "./given/edits.ts";
import { cases, type WarningCase } from "./warning-case.ts";

const keep: Edit = (text) => text;
const to =
  (text: string): Edit =>
  () =>
    text;
const toOffer = (offer: string) => answerIn({ offerer: "local", offer });
const answer = { base: balanced(bob, "active"), context: toOffer(balanced(alice, "actpass")) };
/** An answer to the same offer with an edit. */
const answerTo = (edit: Edit) => ({ ...answer, context: toOffer(edit(balanced(alice, "actpass"))) });
const line = (index: number, anchor: string, by: string) => inSection(index, replaceLine(anchor, by));
const bundleOnly = edits(port0(1), append(1, "a=bundle-only"));
const noTlsIds: Edit = (text) => text.replace(/a=tls-id:.*\r\n/g, "");
const simulcast = (direction: string) =>
  append(
    1,
    "a=extmap:10 urn:ietf:params:rtp-hdrext:sdes:rtp-stream-id",
    `a=rid:h ${direction}`,
    `a=rid:l ${direction}`,
    `a=simulcast:${direction} h;l`,
  );
const rids = (direction: string) => append(1, `a=rid:h ${direction}`);

const plain = (peer: typeof alice, setup: Setup, version = 1) => noTlsIds(audioOnly(peer, setup, version));
const connected = { by: "local", offer: plain(alice, "actpass"), answer: plain(bob, "active") } as const;
const restart = {
  base: plain(restarted(bob), "active", 2),
  context: answerIn({ offerer: "local", negotiated: connected, offer: plain(restarted(alice), "actpass", 2) }),
};
const again = {
  base: plain(bob, "active", 2),
  context: answerIn({ offerer: "local", negotiated: connected, offer: plain(alice, "actpass", 2) }),
};

/** What is odd about an answer against its offer. */
export const answerWarnings: readonly WarningCase[] = [
  ...cases(
    "A17",
    "RFC 9143 §7.3.2",
    answerTo(bundleOnly),
    ["a bundle-only section is accepted, and no group", bundle(null), 1, keep],
    ["a bundle-only section is moved out of the group", bundle("0 2"), 1, edits(port0(1), bundle("0 2"))],
  ),
  ...cases(
    "A19",
    "RFC 9429 §5.3.1",
    {
      base: unbundled(bob, "active"),
      context: toOffer(inSection(1, removeLine("a=mid:1"))(unbundled(alice, "actpass"))),
    },
    ["a mid where none was offered", keep, { line: "a=mid:1" }, inSection(1, removeLine("a=mid:1"))],
  ),
  ...cases(
    "A20",
    "RFC 5888 §9.2",
    answerTo(append(-1, "a=group:LS 0 1")),
    [
      "a group that was not offered",
      append(-1, "a=group:FID 0 1"),
      { line: "a=group:FID 0 1" },
      append(-1, "a=group:LS 0 1"),
    ],
    [
      "a member that was not offered",
      append(-1, "a=group:LS 0 1 2"),
      { line: "a=group:LS 0 1 2" },
      append(-1, "a=group:LS 1"),
    ],
  ),
  ...cases("A21", "RFC 8853 §5.3.2", answerTo(simulcast("send")), [
    "simulcast in the offered direction",
    simulcast("send"),
    { line: "a=simulcast:send h;l" },
    simulcast("recv"),
  ]),
  ...cases("A21", "RFC 8853 §5.3.2", answer, ["simulcast that was not offered", simulcast("recv"), 1, keep]),
  ...cases("A22", "RFC 8851 §6.3", answerTo(rids("send")), [
    "a rid in the offered direction",
    rids("send"),
    { line: "a=rid:h send" },
    rids("recv"),
  ]),
  ...cases("A23", "RFC 8842 §5.3", answerTo(noTlsIds), ["a tls-id where none was offered", keep, 0, noTlsIds]),
  ...cases("A24", "RFC 8858 §4.3", answer, [
    "rtcp-mux-only that was not offered",
    append(0, "a=rtcp-mux-only"),
    { line: "a=rtcp-mux-only" },
    keep,
  ]),
  ...cases("A24", "RFC 8858 §4.3, RFC 9143 §9.3.1.2", answerTo(append(0, "a=rtcp-mux-only")), [
    "rtcp-mux-only, offered, in a section of its own",
    edits(append(0, "a=rtcp-mux-only"), bundle("1 2")),
    { line: "a=rtcp-mux-only" },
    append(0, "a=rtcp-mux-only"),
  ]),
  ...cases("A25", "RFC 8285 §7", answerTo(append(0, "a=extmap:9/sendonly urn:x-ext:a")), [
    "an extension is sent both ways",
    append(0, "a=extmap:9/sendonly urn:x-ext:a"),
    { line: "a=extmap:9/sendonly urn:x-ext:a" },
    append(0, "a=extmap:9/recvonly urn:x-ext:a"),
  ]),
  ...cases(
    "A26",
    "RFC 9143 §7.3.1",
    answer,
    ["another tag than offered", bundle("1 0 2"), { line: "a=group:BUNDLE 1 0 2" }, bundle("0 2 1")],
    [
      "the offered tag is rejected, and not the next one is taken",
      edits(port0(0), bundle("2 1")),
      { line: "a=group:BUNDLE 2 1" },
      edits(port0(0), bundle("1 2")),
    ],
  ),
  ...cases("A27", "RFC 3264 §6", answer, ["another time", replaceText("t=0 0", "t=2208988800 0"), null, keep]),
  ...cases(
    "A28",
    "RFC 8839 §4.4.2.1",
    again,
    ["ice-lite is new", append(-1, "a=ice-lite"), { line: "a=ice-lite" }, keep],
    [
      "the options change",
      line(0, "a=ice-options:*", "a=ice-options:trickle"),
      { line: "a=ice-options:trickle" },
      line(0, "a=ice-options:*", "a=ice-options:ice2 trickle"),
    ],
  ),
  ...cases("W23", "RFC 8842 §4", restart, [
    "both sides restart ICE, and the client becomes the server",
    line(0, "a=setup:*", "a=setup:passive"),
    0,
    keep,
  ]),
  ...cases("W25", "RFC 9143 §9.1", answer, [
    "an answer drops sdes:mid",
    inSection(1, removeLine("a=extmap:4*")),
    1,
    to(balanced(carol, "active")),
  ]),
];
