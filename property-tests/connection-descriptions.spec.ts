import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { usualCapabilities } from "../cases/created-sdp/capabilities.ts";
import { only, Stack } from "../spec/webrtc-pc/connection/stack.ts";
import { describeConnection } from "../src/connection/create-description.ts";
import { createConnectionDescription, isNegotiationNeeded, type MethodCall } from "../src/entries/connection.ts";
import { checkSdp } from "../src/entries/sdp.ts";
import { writtenLines } from "../src/sdp/create/written-lines.ts";
import { readingOptions } from "../src/sdp/options.ts";
import type { Level } from "../src/sdp/text/level.ts";
import { readText } from "../src/sdp/text/read-text.ts";
import type { SdpLines, SectionLines } from "../src/sdp/text/sdp-lines.ts";
import { runs } from "./model/run-options.ts";

/** What reading a text gives, without what only the reading needs. */
function linesRead(sdp: string): SdpLines | null {
  const read = readText(sdp, readingOptions({}));
  if (!read.ok) return null;
  const { text, origin, session, sections } = read.value;
  return { text, origin, session: levelRead(session), sections: sections.map(sectionRead) };
}

function levelRead({ attributes, known }: Level): Level {
  return { attributes, known };
}

function sectionRead({ index, sdpLineNumber, media, port, protocol, formats, ...level }: SectionLines): SectionLines {
  return { index, sdpLineNumber, media, port, protocol, formats, ...levelRead(level) };
}

/** A stack whose descriptions the library makes of its connection. */
class DescribingStack extends Stack {
  private created = 0;
  /** What was found wrong in what was made. */
  readonly findings: string[] = [];
  /** What was made, and the lines that the library knows of it without reading it. */
  readonly lines: [sdp: string, lines: SdpLines][] = [];

  override endWork() {
    const { work: current } = this;
    if (current === null) throw new Error("no work is under way");
    const { operation, work } = current;
    if (work.kind !== "create-offer" && work.kind !== "create-answer") return super.endWork();
    this.work = null;
    this.created += 1;
    const newTransports = Array.from({ length: 12 }, (_, index) => {
      const usernameFragment = `${this.usernameFragment}${this.created}x${index}`;
      return { usernameFragment, password: usernameFragment.padEnd(24, "0") };
    });
    const parameters = {
      sessionId: "1234567890",
      fingerprints: [{ algorithm: "sha-256", value: "AB:CD" }],
      newTransports,
    };
    const sdp = createConnectionDescription(this.connection, work, parameters);
    this.lines.push([sdp, writtenLines(describeConnection(this.connection, work, parameters), sdp)]);
    const type = work.kind === "create-offer" ? "offer" : "answer";
    const found = checkSdp(sdp, { type, side: "local", session: this.connection.session });
    const wrong = found.filter(({ severity }) => severity !== "note");
    this.findings.push(...wrong.map(({ rule, message }) => `${rule}: ${message}\n${sdp}`));
    return this.feed({ type: "created", operation, sdp });
  }
}

const direction = fc.constantFrom("sendrecv" as const, "sendonly" as const, "recvonly" as const, "inactive" as const);
const transceiver = fc.nat(3);
const streams = fc.subarray(["s1", "s2"]);
const call: fc.Arbitrary<MethodCall> = fc.oneof(
  fc.record({
    method: fc.constant("addTransceiver" as const),
    trackOrKind: fc.constantFrom("audio" as const, "video" as const),
    init: fc.record({ direction, streams }),
  }),
  fc.record({ method: fc.constant("createDataChannel" as const), label: fc.constant("data") }),
  fc.record({ method: fc.constant("setDirection" as const), transceiver, direction }),
  fc.record({ method: fc.constant("setStreams" as const), transceiver, streams }),
  fc.record({ method: fc.constant("stop" as const), transceiver }),
  fc.record({ method: fc.constant("restartIce" as const) }),
);

const rounds = fc.array(
  fc.record({ calls: fc.array(fc.tuple(fc.boolean(), call), { maxLength: 5 }), swap: fc.boolean() }),
  {
    minLength: 1,
    maxLength: 5,
  },
);

describe("descriptions made of connections", () => {
  it("are accepted without errors or warnings, end an exchange, and leave the offerer without need of another", () => {
    let settled = 0;
    fc.assert(
      fc.property(rounds, (all) => {
        const options = { capabilities: usualCapabilities };
        const stacks = [new DescribingStack(options, "aaaa"), new DescribingStack(options, "bbbb")] as const;
        for (const { calls, swap } of all) {
          for (const [second, method] of calls) stacks[second ? 1 : 0].do(method);
          const [from, to] = swap ? [stacks[1], stacks[0]] : stacks;
          const effects = [
            ...from.do({ method: "setLocalDescription" }),
            ...to.do({ method: "setRemoteDescription", description: from.localDescription }),
            ...to.do({ method: "setLocalDescription" }),
            ...from.do({ method: "setRemoteDescription", description: to.localDescription }),
          ];
          expect(only(effects, "reject").map(({ rejection }) => rejection.message)).toEqual([]);
          expect([...from.findings, ...to.findings]).toEqual([]);
          expect([from.signalingState, to.signalingState]).toEqual(["stable", "stable"]);
          expect(isNegotiationNeeded(from.connection)).toBe(false);
          settled += 1;
        }
        for (const [sdp, lines] of stacks.flatMap((stack) => stack.lines)) expect(lines).toEqual(linesRead(sdp));
      }),
      runs(100),
    );
    expect(settled).toBeGreaterThan(200);
  });
});
