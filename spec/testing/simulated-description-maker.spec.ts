// What the simulated peer connections say is beyond reproach, whoever they talk to: not even a warning.
import { describe, expect, it } from "vitest";
import {
  alice,
  audioOnly,
  balanced,
  bob,
  bundled,
  rekeyed,
  restarted,
  unbundled,
} from "../../cases/sdp/given/descriptions.ts";
import { local, remote, sessionWith } from "../../cases/sdp/real-calls.ts";
import { createSession, type Session } from "../../src/entries/index.ts";
import { checkSdp } from "../../src/entries/sdp.ts";
import chromiumOffer from "../fixtures/chromium-offer.sdp?raw";
import { DescriptionMaker } from "./simulated/description-maker.ts";
import { attribute } from "./simulated/offered-sections.ts";

interface Peer {
  readonly maker: DescriptionMaker;
  readonly session: Session;
}

const newPeer = (origin: number): Peer => ({ maker: new DescriptionMaker(origin), session: createSession() });

function flawless({ maker, session }: Peer, type: "offer" | "answer"): string {
  const sdp = maker.create(type, session);
  expect(checkSdp(sdp, { type, side: "local", session })).toEqual([]);
  return sdp;
}

function answered({ maker, session }: Peer, offer: string) {
  const offered = sessionWith(session, remote("offer", offer));
  const sdp = flawless({ maker, session: offered }, "answer");
  return { sdp, peer: { maker, session: sessionWith(offered, local("answer", sdp)) } };
}

/** One offers, the other answers; the answer, and the two afterwards. */
function round(offerer: Peer, answerer: Peer) {
  const offer = flawless(offerer, "offer");
  const { sdp, peer } = answered(answerer, offer);
  const session = sessionWith(offerer.session, local("offer", offer), remote("answer", sdp));
  return { answer: sdp, offerer: { ...offerer, session }, answerer: peer };
}

describe("RFC 9429 §5.2 and §5.3: descriptions of a simulated peer connection", () => {
  it.each([
    ["audio, video and data in one group", balanced(alice, "actpass"), 1],
    ["the same with attributes on the tag alone", bundled(alice, "actpass"), 1],
    ["the same on three transports", unbundled(alice, "actpass"), 1],
    ["the same by a peer that wants to be active", balanced(alice, "active"), 1],
    ["audio alone", audioOnly(alice, "actpass"), 0],
    ["Chromium, audio and video", chromiumOffer, 0],
    ["data that was rejected", balanced(alice, "actpass").replace("m=application 9", "m=application 0"), 0],
  ])("an offer of %s is answered, and offered again from this side", (_, offer, accepted) => {
    const { sdp, peer } = answered(newPeer(1), offer.replace("BUNDLE 0 1 2", accepted ? "BUNDLE 0 1 2" : "BUNDLE 0 1"));
    expect(sdp.match(/^m=application 9/gm) ?? []).toHaveLength(accepted);
    expect(sdp).not.toMatch(/^m=(?:audio|video) [^0]/m);
    flawless(peer, "offer");
  });

  it("two of them talk, offering in turn: credentials and DTLS roles stay", () => {
    const first = round(newPeer(1), newPeer(2));
    const second = round(first.answerer, first.offerer);
    const third = round(second.answerer, second.offerer);
    const answers = [first, second, third].map(({ answer }) => answer);
    expect(answers.map((answer) => attribute(answer, "setup"))).toEqual(["active", "passive", "active"]);
    expect(answers.map((answer) => attribute(answer, "ice-ufrag"))).toEqual(["user1002", "user1001", "user1002"]);
  });

  it("an ICE restart is answered with new credentials, in the same role; another peer is a new start", () => {
    // The answerer takes the data alone: as the tag it is not rejected.
    const offered = (...from: Parameters<typeof balanced>) => balanced(...from).replace("BUNDLE 0 1 2", "BUNDLE 2 0 1");
    const first = answered(newPeer(1), offered(alice, "actpass"));
    const second = answered(first.peer, offered(restarted(alice), "actpass", 2));
    const third = answered(second.peer, offered(restarted(restarted(rekeyed(alice))), "actpass", 3));
    const fourth = answered(third.peer, offered(bob, "active", 4));
    const answers = [first, second, third, fourth].map(({ sdp }) => sdp);
    expect(new Set(answers.map((answer) => attribute(answer, "ice-ufrag"))).size).toBe(4);
    expect(answers.map((answer) => attribute(answer, "setup"))).toEqual(["active", "active", "active", "passive"]);
  });

  it("a final answer goes on with what the provisional one said", () => {
    const { maker, session } = newPeer(1);
    const offered = sessionWith(session, remote("offer", balanced(alice, "actpass")));
    const pranswer = flawless({ maker, session: offered }, "answer");
    const provisional = sessionWith(offered, local("pranswer", pranswer));
    const answer = flawless({ maker, session: provisional }, "answer");
    expect(answer).not.toBe(pranswer);
    expect(attribute(answer, "ice-ufrag")).toBe(attribute(pranswer, "ice-ufrag"));
    sessionWith(provisional, local("answer", answer));
  });
});
