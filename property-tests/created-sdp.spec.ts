import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { isRejected, mediaLinesIn } from "../cases/created-sdp/media-lines.ts";
import type { Peer } from "../cases/created-sdp/peer.ts";
import { type MadeDescription, play, story } from "./created-sdp/rounds.ts";
import { runs } from "./model/run-options.ts";

describe("offers and answers that the library makes", () => {
  const stories: (readonly MadeDescription[])[] = [];
  const descriptions = (type: "offer" | "answer") => stories.flat().filter((made) => made.type === type);

  beforeAll(() => {
    // Whatever the library finds in what it made, error or warning, on either side, throws.
    fc.assert(
      fc.property(story, (one) => void stories.push(play(one))),
      runs(120),
    );
  }, 120_000);

  it("are accepted without errors or warnings by both sides, in every round, and what is rare occurs", () => {
    const among = (type: "offer" | "answer", is: (sdp: string) => boolean) =>
      descriptions(type).filter(({ sdp }) => is(sdp)).length;
    const rejects = (media: string) => (sdp: string) =>
      mediaLinesIn(sdp).some((section) => section.media === media && isRejected(section));
    expect(among("offer", (sdp) => sdp.includes("a=simulcast:send"))).toBeGreaterThan(20);
    expect(among("offer", (sdp) => sdp.includes("a=bundle-only"))).toBeGreaterThan(5);
    expect(among("offer", (sdp) => sdp.includes("a=group:LS"))).toBeGreaterThan(5);
    expect(among("offer", rejects("audio"))).toBeGreaterThan(5);
    expect(among("answer", rejects("video"))).toBeGreaterThan(5);
    expect(among("answer", rejects("application"))).toBeGreaterThan(5);
    expect(among("answer", (sdp) => sdp.includes("a=setup:passive"))).toBeGreaterThan(20);
    // Recycled sections have mids that are not those of their indices.
    const recycles = (sdp: string) => mediaLinesIn(sdp).some(({ mid, index }) => mid !== String(index));
    expect(among("offer", recycles)).toBeGreaterThan(10);
  });

  it("have one session and a version that goes up by one, whatever was set or rolled back", () => {
    for (const made of stories) {
      const versions = new Map<Peer, number>();
      for (const { peer, sdp } of made) {
        const [, session, version] = /^o=- (\d+) (\d+) IN IP4 0\.0\.0\.0\r$/m.exec(sdp) ?? [];
        expect(session).toBe("4962303333179871723");
        expect(Number(version)).toBe((versions.get(peer) ?? 0) + 1);
        versions.set(peer, Number(version));
      }
    }
  });

  it("have mids that are short and unique", () => {
    for (const { sdp } of stories.flat()) {
      const mids = mediaLinesIn(sdp).map(({ mid }) => mid);
      expect(new Set(mids).size).toBe(mids.length);
      expect(mids.filter((mid) => mid.length > 3)).toEqual([]);
    }
  });

  it("never number a codec or a header extension otherwise, as long as its section lives", () => {
    let compared = 0;
    for (const made of stories) {
      const known = new Map<string, string>();
      for (const { peer, sdp } of made) {
        for (const { mid, attributes } of mediaLinesIn(sdp)) {
          for (const attribute of attributes) {
            const [, name, number, meaning] = /^(rtpmap|extmap):(\d+) (.*)$/.exec(attribute) ?? [];
            if (name === undefined) continue;
            const key = [peer.options.name, mid, name, number].join(" ");
            if (known.has(key)) compared += 1;
            expect([key, known.get(key) ?? meaning]).toEqual([key, meaning]);
            known.set(key, meaning ?? "");
          }
        }
      }
    }
    expect(compared).toBeGreaterThan(1000);
  });

  it("have ICE credentials of before where a section goes on, and new ones where ICE restarts", () => {
    const ufragsOf = (sdp: string) =>
      mediaLinesIn(sdp).map(({ mid, attributes }) => [mid, attributes.find((one) => one.startsWith("ice-ufrag:"))]);
    const counts = { kept: 0, restarted: 0 };
    for (const made of stories) {
      const before = new Map<Peer, string>();
      for (const { peer, sdp, restarts, agreed } of made) {
        if (!agreed) continue;
        const was = before.get(peer) ?? "";
        before.set(peer, sdp);
        const live = new Set(mediaLinesIn(was).flatMap((section) => (isRejected(section) ? [] : [section.mid])));
        const ufrags = new Set(ufragsOf(was).map(([, ufrag]) => ufrag));
        for (const [mid, ufrag] of ufragsOf(sdp)) {
          if (ufrag === undefined || mid === undefined || !live.has(mid)) continue;
          expect([mid, ufrags.has(ufrag)]).toEqual([mid, !restarts]);
          counts[restarts ? "restarted" : "kept"] += 1;
        }
      }
    }
    expect(counts.kept).toBeGreaterThan(100);
    expect(counts.restarted).toBeGreaterThan(30);
  });
});
