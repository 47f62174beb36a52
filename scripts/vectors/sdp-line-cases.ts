import { alice, bundled } from "../../cases/sdp/given/descriptions.ts";

type LineCase = readonly [name: string, text: string, rule: "S1" | "S2" | "S3" | "S4", sdpLineNumber: number | null];

const offer = bundled(alice, "actpass");
const o = "o=- 1 1 IN IP4 127.0.0.1";
const least = ["v=0", o, "s=-", "t=0 0"];
const withEnds = (end: string, ...lines: readonly string[]): string => `${lines.join(end)}${end}`;

/** Line ends, the end of the text, and lines that are missing: written out by hand. */
export const lineCases: readonly LineCase[] = [
  ["no SDP at all", "Invalid SDP", "S1", 1],
  ["empty text", "", "S2", 1],
  ["nothing but a line end", "\r\n", "S1", 1],
  ["only v=", "v=0\r\n", "S2", 1],
  ["only v=, without its end", "v=0", "S2", 1],
  ["v= and o=", withEnds("\r\n", "v=0", o), "S2", 2],
  ["v=, o= and s=", withEnds("\r\n", "v=0", o, "s=-"), "S2", 3],
  ["no t=, an attribute stands there", withEnds("\r\n", "v=0", o, "s=-", "a=x-flag"), "S2", 4],
  ["no t=, a section stands there", withEnds("\r\n", "v=0", o, "s=-", "m=audio 9 RTP/AVP 0"), "S2", 4],
  ["no s=, t= stands there", withEnds("\r\n", "v=0", o, "t=0 0"), "S2", 3],
  ["no v=", withEnds("\r\n", o, "s=-", "t=0 0"), "S2", 1],
  ["the first of two wrong lines", withEnds("\r\n", "v=0", "o=-", "s=-", "t=0"), "S3", 2],
  ["a wrong last line without its end", `${withEnds("\r\n", ...least)}a=`, "S3", 5],
  ["LF ends, a wrong line", withEnds("\n", ...least, "a=x-flag", "a="), "S3", 6],
  ["mixed ends, a wrong line", `v=0\n${o}\r\ns=-\nt=0 0\r\na=\n`, "S3", 5],
  ["a lone CR at the very end", `${withEnds("\r\n", ...least)}a=x\r`, "S1", 5],
  ["the least there is", withEnds("\r\n", ...least), "S2", null],
  ["LF ends", withEnds("\n", ...least), "S1", null],
  ["mixed ends", `v=0\n${o}\r\ns=-\nt=0 0\r\n`, "S1", null],
  ["no end of the last line", offer.slice(0, -2), "S1", null],
  ["no end of the last line, LF ends", [...least, "a=x-flag"].join("\n"), "S1", null],
  ["unknown attributes", `${offer}a=x-unknown\r\na=X-UNKNOWN:what ever\r\na=ICE-UFRAG:x\r\na=midi:(\r\n`, "S4", null],
];
