import {
  append,
  type Edit,
  edits,
  inSection,
  insertAfter,
  removeLine,
  replaceLine,
  replaceText,
} from "./given/edits.ts";
import { rows } from "./structure-case.ts";
import { orderCases, sectionOrderCases } from "./structure-order.ts";

const mux = (by: string): Edit => inSection(0, replaceLine("a=rtcp-mux", by));

/** RFC 8866 §5: every line is a letter, "=", a value. */
export const framingCases = rows("S1", [
  ["a line without an equals sign", mux("rtcp-mux"), "rtcp-mux", mux("a=rtcp-mux")],
  ["a line of one letter", mux("a"), "a"],
  ["a line that begins with its equals sign", mux("=rtcp-mux"), "=rtcp-mux"],
  ["an unknown line type", mux("x=rtcp-mux"), "x=rtcp-mux"],
  ["an upper-case line type", mux("A=rtcp-mux"), "A=rtcp-mux"],
  ["a digit as the line type", mux("1=rtcp-mux"), "1=rtcp-mux"],
  ["a line type of two letters", mux("ab=rtcp-mux"), "ab=rtcp-mux"],
  ["a space before the line type", mux(" a=rtcp-mux"), " a=rtcp-mux"],
  ["a space before the equals sign", mux("a =rtcp-mux"), "a =rtcp-mux"],
  ["a byte order mark before the first line", replaceLine("v=0", "\uFEFFv=0"), 1],
  ["an empty line in the middle", inSection(0, insertAfter("a=rtcp-mux", "")), 11],
  ["an empty line at the end", (text) => `${text}\r\n`, 52, (text) => text],
  ["a NUL in a value", mux("a=x-flag:\0"), "a=x-flag:\0", mux("a=x-flag:\u0001")],
  ["a NUL in text that is otherwise free", replaceLine("s=-", "s=a\0b"), 3],
  ["a CR in the middle of a line", replaceLine("s=-", "s=a\rb"), 3],
  ["two CRs before the LF", replaceLine("s=-", "s=-\r"), 3],
  ["lines that end at a lone CR", (text) => text.replaceAll("\r\n", "\r"), 1],
]);

const twice = (index: number, anchor: string, line: string): Edit => inSection(index, insertAfter(anchor, line));

/** An attribute that is single at its level, with a second value. */
export const repeatCases = rows("S5", [
  ["ice-ufrag", twice(0, "a=ice-ufrag:*", "a=ice-ufrag:othr"), "a=ice-ufrag:othr", append(-1, "a=ice-ufrag:othr")],
  ["ice-pwd", twice(0, "a=ice-pwd:*", "a=ice-pwd:0123456789012345678901"), "a=ice-pwd:0123456789012345678901"],
  [
    "ice-options",
    twice(0, "a=ice-options:*", "a=ice-options:rtp+ecn"),
    "a=ice-options:rtp+ecn",
    append(-1, "a=ice-options:rtp+ecn"),
  ],
  [
    "session ice-options",
    append(-1, "a=ice-options:ice2", "a=x-between", "a=ice-options:trickle"),
    "a=ice-options:trickle",
  ],
  ["setup", twice(0, "a=setup:*", "a=setup:active"), "a=setup:active", append(-1, "a=setup:active")],
  ["tls-id", twice(0, "a=tls-id:*", "a=tls-id:01234567890123456789"), "a=tls-id:01234567890123456789"],
  ["mid", twice(1, "a=mid:1", "a=mid:one"), "a=mid:one", twice(1, "a=mid:1", "a=mid:1")],
  ["direction", twice(0, "a=sendrecv", "a=inactive"), "a=inactive", append(-1, "a=inactive")],
  ["session direction", append(-1, "a=sendonly", "a=recvonly"), "a=recvonly", append(-1, "a=sendonly")],
  [
    "simulcast",
    append(1, "a=rid:h send", "a=rid:l send", "a=simulcast:send h", "a=simulcast:send l"),
    "a=simulcast:send l",
  ],
  ["ptime", append(0, "a=ptime:20", "a=ptime:30"), "a=ptime:30", append(0, "a=ptime:20", "a=maxptime:30")],
  ["maxptime", append(0, "a=maxptime:60", "a=maxptime:120"), "a=maxptime:120"],
  ["rtcp", append(0, "a=rtcp:9", "a=rtcp:10"), "a=rtcp:10", append(0, "a=rtcp:9", "a=rtcp:9")],
  ["sctp-port", twice(2, "a=sctp-port:*", "a=sctp-port:5001"), "a=sctp-port:5001"],
  ["max-message-size", twice(2, "a=max-message-size:*", "a=max-message-size:1"), "a=max-message-size:1"],
]);

/** RFC 8866 §5.7: connection data in every section, or for the session. */
export const connectionCases = rows("S6", [
  [
    "the first section has no c=",
    inSection(0, removeLine("c=*")),
    "m=audio 9 UDP/TLS/RTP/SAVPF 111 0",
    edits(inSection(0, removeLine("c=*")), insertAfter("s=-", "c=IN IP4 192.0.2.1")),
  ],
  [
    "the last section has no c=",
    inSection(2, removeLine("c=*")),
    "m=application 9 UDP/DTLS/SCTP webrtc-datachannel",
    edits(inSection(2, removeLine("c=*")), insertAfter("s=-", "c=IN IP4 192.0.2.1")),
  ],
  [
    "a rejected section has no c=",
    edits(inSection(1, removeLine("c=*")), replaceText("m=video 9", "m=video 0")),
    "m=video 0 UDP/TLS/RTP/SAVPF 96 97",
    replaceText("m=video 9", "m=video 0"),
  ],
]);

export const structureCases = [
  ...framingCases,
  ...orderCases,
  ...repeatCases,
  ...connectionCases,
  ...sectionOrderCases,
];
