import { describe, expect, it } from "vitest";
import { createWorld } from "../../src/entries/fake.ts";
import { createSession, offerCreated, setLocalDescription, setRemoteDescription } from "../../src/entries/index.ts";
import { type DescriptionToWrite, writeSdp } from "../../src/sdp/create/write-sdp.ts";
import { isCreatedFor, noteCreatedDescription } from "../../src/sdp/created-descriptions.ts";
import { readSdp } from "../../src/sdp/description/read-sdp.ts";
import { Readings, withReadings } from "../../src/sdp/description/readings.ts";
import { judgedAgainst } from "../../src/sdp/judged-against.ts";
import { readingOptions } from "../../src/sdp/options.ts";
import type { JudgedDescription } from "../../src/sdp/rules/judged-description.ts";
import type { Session } from "../../src/session/session.ts";
import type { Description } from "../../src/signaling/description.ts";

const session = createSession();
const reading = readingOptions({});
const written = (version: number): DescriptionToWrite => {
  return { sessionId: "1", version: String(version), timing: "0 0", attributes: [], sections: [] };
};
const offer: Description = { type: "offer", sdp: writeSdp(written(1)) };
const answer: Description = { type: "answer", sdp: writeSdp(written(2)) };
const again: Description = { type: "offer", sdp: writeSdp(written(3)) };

function judged({ type, sdp }: Description, slots: Session, more: Partial<JudgedDescription> = {}): JudgedDescription {
  const read = readSdp(sdp, reading);
  if (!read.ok) throw new Error(sdp);
  return {
    ...judgedAgainst(slots, { sdp: read.value, type, side: "local", rtcpMuxPolicy: "require" }, reading),
    ...more,
  };
}

function note(description: Description, slots: Session): void {
  const version = [offer, answer, again].indexOf(description) + 1;
  noteCreatedDescription(written(version), description, slots, slots.options);
}

describe("descriptions that were created here", () => {
  it("are known on both sides, for what they were created for alone", () => {
    withReadings(new Readings(), () => {
      expect(isCreatedFor(judged(offer, session))).toBe(false);
      note(offer, session);
      const known = judged(offer, session);
      expect([isCreatedFor(known), isCreatedFor({ ...known, side: "remote" })]).toEqual([true, true]);
      for (const other of [{ type: "answer" }, { rtcpMuxPolicy: "negotiate" }, { replaced: known.sdp }] as const)
        expect(isCreatedFor({ ...known, ...other })).toBe(false);
      expect(isCreatedFor({ ...known, offer: known.sdp })).toBe(false);
      const exchange = { offer: known.sdp, answer: known.sdp, offeredBy: "local" } as const;
      expect(isCreatedFor({ ...known, provisional: exchange })).toBe(false);
      expect(isCreatedFor({ ...known, negotiated: exchange })).toBe(false);
    });
  });

  it("are known as long as their readings are", () => {
    withReadings(new Readings(), () => note(offer, session));
    expect(withReadings(new Readings(), () => isCreatedFor(judged(offer, session)))).toBe(false);
  });

  it("are not known where what they answer was not created here", () => {
    const offered = setRemoteDescription(session, offer).session;
    withReadings(new Readings(), () => {
      note(answer, offered);
      expect(isCreatedFor(judged(answer, offered))).toBe(false);
      note(offer, session);
      note(answer, offered);
      expect(isCreatedFor(judged(answer, offered))).toBe(true);
    });
  });

  it("are known after an exchange, which each side sees from its own end", () => {
    const afterOffer = setLocalDescription(offerCreated(session, offer.sdp).session, offer).session;
    const offerer = setRemoteDescription(afterOffer, answer).session;
    withReadings(new Readings(), () => {
      note(offer, session);
      note(answer, setRemoteDescription(session, offer).session);
      note(again, offerer);
      const { negotiated, ...known } = judged(again, offerer);
      if (negotiated === null) throw new Error("nothing is negotiated");
      const fromOtherEnd = { ...negotiated, offeredBy: "remote" as const };
      expect(isCreatedFor({ ...known, negotiated })).toBe(true);
      expect(isCreatedFor({ ...known, negotiated: fromOtherEnd })).toBe(false);
      expect(isCreatedFor({ ...known, negotiated: fromOtherEnd, side: "remote" })).toBe(true);
    });
  });

  it("are read and judged where the application has named a stream as no token is", () => {
    const named = (msid: string): DescriptionToWrite => {
      const address = { port: 9, connection: "IN IP4 0.0.0.0" };
      const section = { media: "audio", protocol: "UDP/TLS/RTP/SAVPF", formats: ["0"], address };
      return { ...written(1), sections: [{ ...section, attributes: ["mid:0", `msid:${msid}`] }] };
    };
    for (const [msid, isNoted] of [
      ["stream-1", true],
      ["a stream", false],
      ["a\r\na=b", false],
    ] as const) {
      const readings = new Readings();
      withReadings(readings, () => {
        const sdp = writeSdp(named(msid));
        noteCreatedDescription(named(msid), { type: "offer", sdp }, session, session.options);
        expect([msid, readings.latest.some(({ text }) => text === sdp)]).toEqual([msid, isNoted]);
      });
    }
  });

  it("are judged by the fake where they come too late for what they were created for", async () => {
    const world = createWorld();
    const [a, b] = [new world.RTCPeerConnection(), new world.RTCPeerConnection()];
    a.addTransceiver("audio");
    await a.setLocalDescription();
    await b.setRemoteDescription(a.localDescription);
    const stale = await b.createAnswer();
    a.addTransceiver("video");
    await a.setLocalDescription();
    await b.setRemoteDescription(a.localDescription);
    const refused = await b.setLocalDescription(stale).catch((error: Error) => error);
    expect(refused).toMatchObject({ name: "InvalidAccessError", cause: { code: "sdp-not-acceptable" } });
    await b.setLocalDescription();
    const changed = { type: "answer", sdp: b.localDescription.sdp.replace(/^a=rtcp-mux\r\n/gm, "") };
    const rule = await a.setRemoteDescription(changed).catch((error: { cause: { rule: string } }) => error.cause.rule);
    expect(rule).toBe("D7");
  });
});
