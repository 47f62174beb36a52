// What the guide's class must do, as programs that throw where it does not: run by spec/docs/stack-guide.spec.ts against
// src, and by the smoke test against the packed tarball.
import { deepEqual, equal } from "node:assert/strict";
import { type GuideClass, type Logged, logged } from "./guide-connection.ts";
import { dataChannel, later } from "./slow-transports.ts";

export const guideScenarios: Readonly<Record<string, (Guide: GuideClass) => Promise<void>>> = {
  async "a call"(Guide) {
    const [caller, callee] = [logged(Guide, 1), logged(Guide, 2)];
    await caller.call("setLocalDescription");
    await callee.call("setRemoteDescription", caller.pc.localDescription ?? {});
    await callee.call("createAnswer");
    await callee.call("setLocalDescription");
    await caller.call("setRemoteDescription", callee.pc.localDescription ?? {});
    deepEqual(events(caller), ["have-local-offer", "stable"]);
    deepEqual(events(callee), ["have-remote-offer", "stable"]);
    deepEqual(rejections(caller, callee), []);
  },

  async "a glare"(Guide) {
    const { pc, call, log } = await withLocalOffer(Guide);
    const seen: unknown[] = [];
    pc.onsignalingstatechange = () => seen.push([pc.signalingState, pc.localDescription, pc.remoteDescription?.type]);
    await call("setRemoteDescription", theirOffer);
    deepEqual(seen, [
      ["stable", null, undefined],
      ["have-remote-offer", null, "offer"],
    ]);
    await call("setLocalDescription");
    equal(pc.signalingState, "stable");
    deepEqual(rejections({ log }), []);
  },

  async "a glare whose offer cannot be applied"(Guide) {
    const { pc, call, log, transports } = await withLocalOffer(Guide);
    transports.cannotApply = ["remote offer"];
    await call("setRemoteDescription", theirOffer);
    deepEqual(events({ log }), ["have-local-offer", "stable"]);
    deepEqual(rejections({ log }), ["OperationError"]);
    deepEqual([pc.signalingState, pc.localDescription, pc.remoteDescription], ["stable", null, null]);
    transports.cannotApply = [];
    await call("setRemoteDescription", theirOffer);
    equal(pc.signalingState, "have-remote-offer");
  },

  async "a glare whose rollback cannot be applied"(Guide) {
    const { pc, call, log, transports } = await withLocalOffer(Guide);
    transports.cannotApply = ["local rollback"];
    await call("setRemoteDescription", theirOffer);
    deepEqual(events({ log }), ["have-local-offer"]);
    deepEqual(rejections({ log }), ["OperationError"]);
    deepEqual([pc.signalingState, pc.localDescription?.type], ["have-local-offer", "offer"]);
  },

  async "a glare whose offer is refused"(Guide) {
    const { pc, call, log } = await withLocalOffer(Guide);
    await call("setRemoteDescription", { type: "offer", sdp: theirOffer.sdp.replace(/a=ice-ufrag.*\r\n/, "") });
    deepEqual(events({ log }), ["have-local-offer", "stable"]);
    deepEqual(rejections({ log }), ["InvalidAccessError"]);
    equal(pc.localDescription, null);
  },

  async "an apply that fails"(Guide) {
    const { pc, call, log, transports } = logged(Guide, 1);
    transports.cannotApply = ["local offer"];
    await call("setLocalDescription");
    deepEqual(events({ log }), []);
    deepEqual(rejections({ log }), ["OperationError"]);
    deepEqual([pc.signalingState, pc.localDescription], ["stable", null]);
    transports.cannotApply = [];
    await call("setLocalDescription");
    equal(pc.signalingState, "have-local-offer");
  },

  async "calls that are not awaited"(Guide) {
    const { call, log } = logged(Guide, 1);
    const answer = { type: "answer", sdp: dataChannel(2, 1, "active") } as const;
    await Promise.all([call("createOffer"), call("setLocalDescription"), call("setRemoteDescription", answer)]);
    deepEqual(
      log.filter((line) => line.startsWith("pc --> app")),
      [
        "pc --> app: the offer",
        "pc --> app: signalingstatechange: have-local-offer",
        "pc --> app: resolved",
        "pc --> app: signalingstatechange: stable",
        "pc --> app: resolved",
      ],
    );
  },

  async "a bad argument"(Guide) {
    const { pc, call, log } = logged(Guide, 1);
    const pending = call("setLocalDescription");
    await call("setRemoteDescription", {});
    deepEqual(rejections({ log }), ["TypeError"]);
    equal(pc.signalingState, "stable");
    await pending;
    pc.close();
    await call("setRemoteDescription", {});
    deepEqual(rejections({ log }), ["TypeError", "TypeError"]);
  },

  async "a creation in the wrong state"(Guide) {
    const { call, log } = logged(Guide, 1);
    await call("createAnswer");
    deepEqual(log, ["app -> pc: createAnswer()", "pc --> app: rejected: InvalidStateError"]);
  },

  async "an argument that changes while it waits"(Guide) {
    const { pc, call } = logged(Guide, 1);
    const offer: { type: "offer"; sdp: string } = { ...theirOffer };
    const set = [call("createOffer"), call("setRemoteDescription", offer)];
    offer.sdp = "changed";
    await Promise.all(set);
    equal(pc.remoteDescription?.sdp, theirOffer.sdp);
  },

  async "an answer to an offer that was replaced"(Guide) {
    const { pc, call } = logged(Guide, 1);
    await call("setRemoteDescription", theirOffer);
    const stale = await pc.createAnswer();
    await call("setRemoteDescription", { type: "offer", sdp: dataChannel(2, 2, "actpass") });
    await call("setLocalDescription");
    equal(pc.signalingState, "stable");
    equal(pc.localDescription?.sdp === stale.sdp, false);
  },

  async "a close at every point"(Guide) {
    const { log } = await closedAfter(Guide, Number.POSITIVE_INFINITY, "at once");
    equal(log.length > 20, true);
    for (const when of ["at once", "soon"] as const) {
      const runs = log.map((_line, index) => closedAfter(Guide, index + 1, when));
      for (const { pc, log, call } of await Promise.all(runs.slice(linesOfCalls))) {
        deepEqual(log.slice(log.indexOf("pc -> transports: stop")), ["pc -> transports: stop"]);
        equal(pc.signalingState, "closed");
        await call("createOffer");
        pc.close();
        equal(log.at(-1), "pc --> app: rejected: InvalidStateError");
      }
    }
  },
};

const theirOffer = { type: "offer", sdp: dataChannel(2, 1, "actpass") } as const;

async function withLocalOffer(Guide: GuideClass): Promise<Logged> {
  const connection = logged(Guide, 1);
  await connection.call("setLocalDescription");
  return connection;
}

// Of the four calls, and of the first one's creation, which starts at once.
const linesOfCalls = 5;

// A negotiation with a glare, whose calls are all made before the first one is settled. It is closed as its log reaches that
// many lines, or soon after; the lines of the calls themselves come first.
async function closedAfter(Guide: GuideClass, lines: number, when: "at once" | "soon"): Promise<Logged> {
  const connection = logged(Guide, 1, () => {
    if (connection.log.length !== lines) return;
    if (when === "at once") connection.pc.close();
    else setImmediate(() => connection.pc.close());
  });
  const { call } = connection;
  void call("setLocalDescription");
  void call("setRemoteDescription", theirOffer);
  void call("createAnswer");
  void call("setLocalDescription");
  await later(100);
  return connection;
}

function events({ log }: { readonly log: readonly string[] }): string[] {
  return log.flatMap((line) => /signalingstatechange: (.*)/.exec(line)?.[1] ?? []);
}

function rejections(...connections: readonly { readonly log: readonly string[] }[]): string[] {
  return connections.flatMap(({ log }) => log.flatMap((line) => /app: rejected: (.*)/.exec(line)?.[1] ?? []));
}
