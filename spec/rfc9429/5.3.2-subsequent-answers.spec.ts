import { describe, expect, it } from "vitest";
import { mediaLinesIn } from "../../cases/created-sdp/media-lines.ts";
import { addTransceiver, create, createPeer, type Peer, set } from "../../cases/created-sdp/peer.ts";

/** Exchanges descriptions, and gives the answer. */
function exchange(from: Peer, to: Peer): string {
  const offer = create(from, "offer");
  const found = [...set(from, "local", "offer", offer), ...set(to, "remote", "offer", offer)];
  const answer = create(to, "answer");
  found.push(...set(to, "local", "answer", answer), ...set(from, "remote", "answer", answer));
  expect(found).toEqual([]);
  return answer;
}

function connected(tlsIds: boolean): { alice: Peer; bob: Peer; answer: string } {
  const [alice, bob] = [createPeer({ name: "alice", tlsIds }), createPeer({ name: "bob", tlsIds })] as const;
  addTransceiver(alice, "audio");
  return { alice, bob, answer: exchange(alice, bob) };
}

const lineNamed = (name: string, sdp: string) => new RegExp(`a=${name}:.*`).exec(sdp)?.[0];

describe("RFC 9429 §5.3.2, subsequent answers", () => {
  it("setup is the role of before, on both sides, whoever offers", () => {
    const { alice, bob, answer } = connected(true);
    expect(lineNamed("setup", answer)).toBe("a=setup:active");
    expect(lineNamed("setup", exchange(bob, alice))).toBe("a=setup:passive");
    expect(lineNamed("setup", exchange(alice, bob))).toBe("a=setup:active");
  });

  it("ICE credentials and tls-id stay; an ICE restart leaves the tls-id and the role", () => {
    const { alice, bob, answer } = connected(true);
    const again = exchange(alice, bob);
    alice.iceRestart = true;
    const restarted = exchange(alice, bob);
    for (const name of ["ice-ufrag", "ice-pwd", "tls-id"]) {
      expect(lineNamed(name, again)).toBe(lineNamed(name, answer));
      expect(lineNamed(name, restarted) === lineNamed(name, answer)).toBe(name === "tls-id");
    }
    expect(lineNamed("setup", restarted)).toBe("a=setup:active");
  });

  it("a second answer has the next version; a provisional one is followed by the same transport", () => {
    const [alice, bob] = [createPeer({ name: "alice" }), createPeer({ name: "bob" })] as const;
    addTransceiver(alice, "audio");
    const offer = create(alice, "offer");
    set(alice, "local", "offer", offer);
    set(bob, "remote", "offer", offer);
    const provisional = create(bob, "answer");
    expect(set(bob, "local", "pranswer", provisional)).toEqual([]);
    const final = create(bob, "answer");
    expect(lineNamed("ice-ufrag", final)).toBe(lineNamed("ice-ufrag", provisional));
    expect([provisional, final].map((sdp) => /^o=- \d+ (\d+)/m.exec(sdp)?.[1])).toEqual(["1", "2"]);
  });

  it("the msid lines stay where the transceiver sends no more", () => {
    const { alice, bob } = connected(false);
    const [transceiver] = bob.transceivers;
    if (transceiver === undefined) throw new Error("bob has no transceiver");
    Object.assign(transceiver, { direction: "sendrecv", streams: ["stream"] });
    exchange(alice, bob);
    Object.assign(transceiver, { direction: "recvonly", streams: ["other"] });
    const [audio] = mediaLinesIn(exchange(alice, bob));
    expect(audio?.direction).toBe("recvonly");
    expect(audio?.attributes).toContain("msid:stream");
  });
});
