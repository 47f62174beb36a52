import { describe, expect, it } from "vitest";
import { addTransceiver, create, createPeer, set } from "../../cases/created-sdp/peer.ts";
import { inputWith, transceiverOf } from "../../cases/created-sdp/written-by-hand.ts";
import { createOfferSdp } from "../../src/entries/connection.ts";

function connected() {
  const [alice, bob] = [createPeer({ name: "alice" }), createPeer({ name: "bob" })] as const;
  addTransceiver(alice, "audio");
  addTransceiver(alice, "video");
  const offer = create(alice, "offer");
  const found = [...set(alice, "local", "offer", offer), ...set(bob, "remote", "offer", offer)];
  const answer = create(bob, "answer");
  found.push(...set(bob, "local", "answer", answer), ...set(alice, "remote", "answer", answer));
  expect(found).toEqual([]);
  return { alice, bob, offer };
}

const linesNamed = (name: string, sdp: string) => [...new Set(sdp.match(new RegExp(`a=${name}:.*`, "g")))];

describe("RFC 9429 §5.2.3.1, IceRestart", () => {
  it("an offer with it has new ice-ufrag and ice-pwd, and all else of the transport stays", () => {
    const { alice, offer } = connected();
    const kept = create(alice, "offer");
    alice.iceRestart = true;
    const restarted = create(alice, "offer");
    for (const name of ["ice-ufrag", "ice-pwd"]) {
      expect(linesNamed(name, kept)).toEqual(linesNamed(name, offer));
      expect(linesNamed(name, restarted)).toHaveLength(1);
      expect(linesNamed(name, restarted)).not.toEqual(linesNamed(name, offer));
    }
    for (const name of ["tls-id", "fingerprint", "mid"]) {
      expect(linesNamed(name, restarted)).toEqual(linesNamed(name, offer));
    }
  });

  it("credentials to be replaced are, and only those", () => {
    const { alice, offer } = connected();
    const [usernameFragment = ""] = linesNamed("ice-ufrag", offer).map((line) => line.slice(12).trimEnd());
    const [password = ""] = linesNamed("ice-pwd", offer).map((line) => line.slice(10).trimEnd());
    const input = inputWith({
      session: alice.session,
      transceivers: alice.transceivers,
      iceCredentialsToReplace: [{ usernameFragment, password }],
    });
    expect(linesNamed("ice-ufrag", createOfferSdp(input))).toEqual(["a=ice-ufrag:alic0"]);
    const others = { ...input, iceCredentialsToReplace: [{ usernameFragment, password: "another" }] };
    expect(linesNamed("ice-ufrag", createOfferSdp(others))).toEqual([`a=ice-ufrag:${usernameFragment}`]);
  });

  it("on an initial offer it has no effect", () => {
    const input = inputWith({ transceivers: [transceiverOf("audio")] });
    expect(createOfferSdp({ ...input, iceRestart: true })).toBe(createOfferSdp(input));
  });
});
