import { describe, expect, it } from "vitest";
import { readSdp } from "../../src/sdp/description/read-sdp.ts";
import { Readings, withReadings } from "../../src/sdp/description/readings.ts";
import { judgeSdp } from "../../src/sdp/judge-sdp.ts";
import { readingOptions } from "../../src/sdp/options.ts";
import { createSession } from "../../src/session/create-session.ts";

const texts = [1, 2, 3, 4, 5].map((version) => `v=0\r\no=- 1 ${version} IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\n`);
const session = createSession();
const strict = readingOptions({});
const lenient = readingOptions({ tolerate: ["S4"] });

describe("the readings of a world", () => {
  it("a text is read once, and the latest four are remembered", () => {
    const readings = new Readings();
    const read = (text: string | undefined) => withReadings(readings, () => readSdp(text, strict));
    const [first, second, ...others] = texts;
    const known = read(first);
    expect(read(first)).toEqual(readSdp(first, strict));
    expect(read(first)).toEqual(known);
    for (const text of [second, ...others]) read(text);
    expect(readings.latest.map(({ text }) => text)).toEqual([...others.reverse(), second]);
    const before = readings.latest;
    read(second);
    expect(readings.latest).toBe(before);
  });

  it("nothing is remembered outside, of a fault, of a long text, nor where something is tolerated", () => {
    const readings = new Readings();
    readSdp(texts[0], strict);
    const long = `${texts[0]}a=x:${"y".repeat(70_000)}\r\n`;
    withReadings(readings, () => {
      expect(readSdp(`${texts[0]}nonsense`, strict).ok).toBe(false);
      expect(readSdp(undefined, strict).ok).toBe(false);
      expect([readSdp(long, strict).ok, readSdp(texts[0], lenient).ok]).toEqual([true, true]);
    });
    expect(readings.latest).toEqual([]);
    expect(() => withReadings(readings, () => expect.fail())).toThrow();
    readSdp(texts[0], strict);
    expect(readings.latest).toEqual([]);
  });

  it("a bound on the length holds, also for what was read before", () => {
    withReadings(new Readings(), () => {
      expect(readSdp(texts[0], strict).ok).toBe(true);
      expect(readSdp(texts[0], readingOptions({ maxSdpLength: 10 })).ok).toBe(false);
    });
  });

  it("what is vouched for is read, but not judged", () => {
    const judge = (sdp: string, vouchFor?: () => boolean) =>
      withReadings(new Readings(vouchFor), () => judgeSdp({ type: "offer", sdp }, "remote", session, session.options));
    const refused = `${texts[0]}m=audio 9 UDP/TLS/RTP/SAVPF 0\r\nc=IN IP4 0.0.0.0\r\na=mid:0\r\n`;
    expect([judge(refused)?.rule, judge(refused, () => true)]).toEqual(["D7", null]);
    expect(judge(`${refused}nonsense`, () => true)?.error).toBe("RTCError");
  });
});
