// The peer connection of examples/werift/, two of them on this machine: werift's ICE, DTLS, SCTP and SRTP carry what the
// connection has negotiated.
import assert from "node:assert/strict";
import { test } from "node:test";
import { RtpHeader, RtpPacket } from "werift";
import { RTCPeerConnection } from "../../examples/werift/peer-connection.ts";
import { MediaStream, MediaStreamTrack } from "../../examples/werift/streams.ts";

type Channel = ReturnType<RTCPeerConnection["createDataChannel"]>;
type Members = Event & { candidate: never; channel: Channel; track: MediaStreamTrack; streams: readonly MediaStream[] };

test("a data channel carries messages both ways", async () => {
  await withPair(async (caller, callee) => {
    const channel = caller.createDataChannel("chat");
    const arrived = nextEvent(callee, "datachannel");
    const opened = new Promise<void>((resolve) =>
      channel.stateChanged.subscribe((state) => state === "open" && resolve()),
    );
    await negotiate(caller, callee);
    const { channel: other } = await arrived;
    await opened;
    assert.deepEqual([other.label, other.id], [channel.label, channel.id]);
    assert.equal(await answerOf(channel, other, "ping"), "ping");
    assert.equal(await answerOf(other, channel, "pong"), "pong");
    assert.deepEqual([caller.connectionState, callee.connectionState], ["connected", "connected"]);
  });
});

test("audio goes both ways over one transport, and a track says when it comes", async () => {
  await withPair(async (caller, callee) => {
    const [there, back] = [new MediaStreamTrack({ kind: "audio" }), new MediaStreamTrack({ kind: "audio" })];
    caller.addTrack(there, new MediaStream([there]));
    callee.addTrack(back);
    const [atCallee, atCaller] = [nextEvent(callee, "track"), nextEvent(caller, "track")];
    await negotiate(caller, callee);
    for (const [sent, event] of [
      [there, atCallee],
      [back, atCaller],
    ] as const) {
      const { track } = await event;
      const unmuted = new Promise((resolve) => track.addEventListener("unmute", resolve));
      assert.equal(track.muted, true);
      assert.equal(await packetOf(track, sent), "opus");
      await unmuted;
      assert.equal(track.muted, false);
    }
    assert.equal((await atCallee).streams.length, 1);
    assert.deepEqual(
      caller.getTransceivers().map(({ currentDirection }) => currentDirection),
      ["sendrecv"],
    );
  });
});

test("an ICE restart keeps the channel, and a rollback leaves the connection where it was", async () => {
  await withPair(async (caller, callee) => {
    const channel = caller.createDataChannel("chat");
    const arrived = nextEvent(callee, "datachannel");
    await negotiate(caller, callee);
    const { channel: other } = await arrived;
    const before = caller.currentLocalDescription?.sdp;
    await caller.setLocalDescription(await caller.createOffer({ iceRestart: true }));
    await caller.setLocalDescription({ type: "rollback" });
    assert.equal(caller.localDescription?.sdp, before);
    caller.restartIce();
    await negotiate(caller, callee);
    assert.notEqual(caller.localDescription?.sdp, before);
    assert.equal(await answerOf(channel, other, "again"), "again");
  });
});

test("both peers may offer at once", async () => {
  await withPair(async (caller, callee) => {
    caller.createDataChannel("of the caller");
    callee.createDataChannel("of the callee");
    await Promise.all([caller.setLocalDescription(), callee.setLocalDescription()]);
    const arrived = nextEvent(callee, "datachannel");
    await callee.setRemoteDescription(caller.localDescription); // rolls its own offer back
    await callee.setLocalDescription();
    await caller.setRemoteDescription(callee.localDescription);
    assert.equal((await arrived).channel.label, "of the caller");
    assert.deepEqual([caller.signalingState, callee.signalingState], ["stable", "stable"]);
  });
});

async function withPair(use: (caller: RTCPeerConnection, callee: RTCPeerConnection) => Promise<void>): Promise<void> {
  const [caller, callee] = [new RTCPeerConnection(), new RTCPeerConnection()];
  for (const [from, to] of [
    [caller, callee],
    [callee, caller],
  ] as const)
    from.addEventListener(
      "icecandidate",
      (event) => void to.addIceCandidate((event as Members).candidate).catch(() => {}),
    );
  try {
    await use(caller, callee);
  } finally {
    caller.close();
    callee.close();
  }
}

async function negotiate(offerer: RTCPeerConnection, answerer: RTCPeerConnection): Promise<void> {
  await offerer.setLocalDescription();
  await answerer.setRemoteDescription(offerer.localDescription);
  await answerer.setLocalDescription();
  await offerer.setRemoteDescription(answerer.localDescription);
}

function nextEvent(target: EventTarget, type: string): Promise<Members> {
  return new Promise((resolve) => target.addEventListener(type, (event) => resolve(event as Members), { once: true }));
}

function answerOf(from: Channel, to: Channel, text: string): Promise<string> {
  const received = new Promise<string>((resolve) => to.onMessage.once((data) => resolve(String(data))));
  from.send(text);
  return received;
}

/** Writes packets until one arrives: DTLS may still be under way. */
async function packetOf(to: MediaStreamTrack, from: MediaStreamTrack): Promise<string> {
  const received = new Promise<string>((resolve) =>
    to.onReceiveRtp.once((packet) => resolve(packet.payload.toString())),
  );
  let sequenceNumber = 0;
  const writing = setInterval(
    () =>
      from.writeRtp(
        new RtpPacket(new RtpHeader({ sequenceNumber: sequenceNumber++, timestamp: 960 }), Buffer.from("opus")),
      ),
    20,
  );
  return received.finally(() => clearInterval(writing));
}
