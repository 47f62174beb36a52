// What calls do to a connection: situations by the names of the pages in docs/answers/. Each gives the lines to be printed.
import { audioTrack, negotiate, outcome, peer, rollback, ufragIn, wait, withMedia } from "./peers.js";

export const connections = {
  async "receptive-after-rollback"() {
    const lines = [];
    for (const side of ["remote", "local"]) {
      const { judged, other, track } = await withMedia(side === "remote");
      const [transceiver] = judged.getTransceivers();
      const [theirs] = other.getTransceivers();
      if (side === "remote") {
        theirs.direction = "inactive";
        await other.setLocalDescription();
        await judged.setRemoteDescription(other.localDescription);
        await judged.setRemoteDescription(rollback);
      } else {
        transceiver.direction = "inactive";
        await judged.setLocalDescription();
        await judged.setLocalDescription(rollback);
        await theirs.sender.replaceTrack(track);
      }
      await wait(3000);
      const [{ packetsReceived }] = [...(await judged.getStats()).values()].filter(
        ({ type }) => type === "inbound-rtp",
      );
      lines.push(`${side} offer: muted ${transceiver.receiver.track.muted}, packets ${packetsReceived > 0}`);
    }
    return lines;
  },

  async "ice-restart-rolled-back"() {
    const lines = [];
    for (const restarts of [true, false]) {
      const [a, b] = [peer("audio"), peer()];
      await negotiate(a, b);
      const before = ufragIn(a.localDescription);
      if (restarts) a.restartIce();
      await a.setLocalDescription(restarts ? undefined : await a.createOffer({ iceRestart: true }));
      await wait(500);
      const candidate = a.candidates.find(({ usernameFragment }) => usernameFragment === ufragIn(a.localDescription));
      const events = [];
      a.onnegotiationneeded = ({ type }) => events.push(type);
      await a.setLocalDescription(rollback);
      await wait(200);
      const added = await outcome(b.addIceCandidate(candidate));
      const next = ufragIn(await a.createOffer()) !== before;
      lines.push(
        `${restarts ? "restartIce()" : "iceRestart: true"}: ${events.join() || "no event"}, ${next}, ${added}`,
      );
    }
    return lines;
  },

  async "early-candidates-after-rollback"() {
    const lines = [];
    for (const ms of [0, 3, 10, 30, 100]) {
      const [a, b] = [peer("audio"), peer("audio")];
      await b.setLocalDescription();
      await a.setLocalDescription();
      const abandoned = ufragIn(a.localDescription);
      if (ms > 0) await wait(ms);
      await a.setRemoteDescription(b.localDescription);
      const before = a.candidates.length;
      await wait(200);
      await a.setLocalDescription();
      await wait(500);
      const later = a.candidates.slice(before).filter(({ usernameFragment }) => usernameFragment === abandoned);
      const again = ufragIn(a.localDescription) === abandoned;
      lines.push(`rolled back after ${ms} ms: ${later.length} with the ufrag of the offer, used again: ${again}`);
    }
    return lines;
  },

  async "create-offer-in-have-remote-offer"() {
    const [a, b] = [peer("audio"), peer()];
    await a.setLocalDescription();
    await b.setRemoteDescription(a.localDescription);
    return [await outcome(b.createOffer())];
  },

  async "rollback-of-a-provisional-answer"() {
    const [a, b] = [peer("audio"), peer()];
    await a.setLocalDescription();
    await b.setRemoteDescription(a.localDescription);
    const { sdp } = await b.createAnswer();
    const lines = [];
    for (const [pc, method] of [
      [b, "setLocalDescription"],
      [a, "setRemoteDescription"],
    ]) {
      for (const type of ["pranswer", "rollback", "answer"]) {
        const end = await outcome(pc[method](type === "rollback" ? rollback : { type, sdp }));
        lines.push(`${method}(${type}): ${end}, ${pc.signalingState}`);
      }
    }
    return lines;
  },

  async "modified-and-in-the-wrong-state"() {
    const [a, b, c] = [peer("audio"), peer(), peer()];
    await a.setLocalDescription();
    await b.setRemoteDescription(a.localDescription);
    return [await outcome(c.setLocalDescription(await b.createAnswer()))];
  },

  async "transceiver-not-reused"() {
    const lines = [];
    for (const direction of ["sendrecv", "sendonly"]) {
      for (const how of ["addTransceiver(kind)", "addTransceiver(track)", "addTrack(track)"]) {
        const [a, b] = [peer(), peer()];
        a.addTransceiver("audio", { direction });
        if (how === "addTrack(track)") b.addTrack(audioTrack());
        else b.addTransceiver(how === "addTransceiver(kind)" ? "audio" : audioTrack());
        await negotiate(a, b);
        const list = b.getTransceivers().map(({ mid, currentDirection }) => (mid ? currentDirection : "left over"));
        lines.push(`${direction}, ${how}: ${list.join(" and ")}`);
      }
    }
    return lines;
  },

  async "add-track-while-negotiating"() {
    const lines = [];
    for (const moment of ["early", "pending", "received", "created", "again"]) {
      const [a, b] = [peer("audio"), peer()];
      const events = [];
      b.onnegotiationneeded = ({ type }) => events.push(type);
      const addIf = (...now) => now.includes(moment) && b.addTrack(audioTrack());
      await a.setLocalDescription();
      addIf("early");
      const received = b.setRemoteDescription(a.localDescription);
      addIf("pending");
      await received;
      addIf("received");
      const answer = await b.createAnswer();
      addIf("created", "again");
      await b.setLocalDescription(moment === "again" ? undefined : answer);
      await wait(200);
      lines.push(`${moment}: ${b.getTransceivers()[0].currentDirection}, ${events.join() || "no event"}`);
    }
    return lines;
  },
};
