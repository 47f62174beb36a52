// A whole call between two real connections, as Chromium recorded it, through two sessions.
import { describe, expect, it } from "vitest";
import { applied, perform, rejected } from "../../cases/calls.ts";
import { sessionWith, set, verdict } from "../../cases/sdp/real-calls.ts";
import { createSession, type Session, setRemoteDescription } from "../../src/entries/index.ts";
import { captureText } from "../cli/running/capture-files.ts";

interface Logged {
  readonly connection: string;
  readonly type: string;
  readonly value: string;
  readonly timestamp: number;
}

interface Dump {
  readonly PeerConnections: Record<string, { readonly updateLog: readonly Omit<Logged, "connection">[] }>;
}

const log: readonly Logged[] = Object.entries(
  (JSON.parse(captureText("basic-call", "internals.json.gz")) as Dump).PeerConnections,
)
  .flatMap(([connection, { updateLog }]) => updateLog.map((entry) => ({ connection, ...entry })))
  .sort((a, b) => a.timestamp - b.timestamp);

const created: Readonly<Record<string, "offerCreated" | "answerCreated">> = {
  createOfferOnSuccess: "offerCreated",
  createAnswerOnSuccess: "answerCreated",
};

/** Plays the log into a session for each connection; what each went through, and how it ended. */
function play(options?: Parameters<typeof createSession>[0]) {
  const sessions = new Map<string, Session>();
  const steps: string[] = [];
  const changes: string[] = [];
  for (const { connection, type, value } of log) {
    const session = sessions.get(connection) ?? createSession(options);
    const creates = created[type];
    const sets = type === "setLocalDescription" || type === "setRemoteDescription";
    if (type === "onsignalingstatechange") changes.push(`${connection} ${JSON.parse(value)}`);
    if (creates === undefined && !sets) continue;
    const description = JSON.parse(value) as { type: "offer" | "answer"; sdp: string };
    const outcome =
      creates === undefined
        ? perform(session, { type: type as "setLocalDescription", description })
        : perform(session, { type: creates, sdp: description.sdp });
    steps.push(`${connection} ${type} ${description.type}: ${verdict(outcome)}`);
    for (const effect of outcome.effects) {
      if (effect.type === "signalingstatechange") steps.push(`${connection} ${effect.signalingState}`);
    }
    sessions.set(connection, applied(outcome).session);
  }
  return { sessions, steps, changes };
}

describe("a real call from Chromium, basic-call", () => {
  const { sessions, steps, changes } = play();
  const [caller, callee] = [...sessions.values()];
  if (caller === undefined || callee === undefined) throw new Error("the recording has two connections");

  it("every description is accepted on both sides, and the states are those recorded", () => {
    expect(steps).toEqual([
      "8-1 createOfferOnSuccess offer: applied stable",
      "8-1 setLocalDescription offer: applied have-local-offer",
      "8-1 have-local-offer",
      "8-2 setRemoteDescription offer: applied have-remote-offer",
      "8-2 have-remote-offer",
      "8-2 createAnswerOnSuccess answer: applied have-remote-offer",
      "8-2 setLocalDescription answer: applied stable",
      "8-2 stable",
      "8-1 setRemoteDescription answer: applied stable",
      "8-1 stable",
    ]);
    expect(steps.filter((step) => !step.includes(": "))).toEqual(changes);
  });

  it("ends with the same exchange on both sides", () => {
    expect(caller.currentLocalDescription).toEqual(callee.currentRemoteDescription);
    expect(caller.currentRemoteDescription).toEqual(callee.currentLocalDescription);
    expect([caller.signalingState, callee.signalingState]).toEqual(["stable", "stable"]);
  });

  it("goes on from there: the same again, and the other way round", () => {
    const offer = caller.currentLocalDescription?.sdp ?? "";
    const answer = caller.currentRemoteDescription?.sdp ?? "";
    const back = answer.replaceAll("a=setup:active", "a=setup:actpass");
    // The answer receives only, so that the same as an offer is answered by one that sends only.
    const mine = offer.replaceAll("a=sendrecv", "a=sendonly");
    const again = [
      { side: "remote", type: "offer", sdp: back },
      { side: "local", type: "answer", sdp: mine.replaceAll("actpass", "passive") },
    ] as const;
    expect(sessionWith(caller, ...again).signalingState).toBe("stable");
    const wrongRole = { side: "local", type: "answer", sdp: mine.replaceAll("actpass", "active") } as const;
    expect(verdict(set(sessionWith(caller, again[0]), wrongRole))).toBe("InvalidAccessError A6");
    const restart = { side: "local", type: "offer", sdp: offer.replaceAll(/(ice-(?:ufrag|pwd):)/g, "$1new") } as const;
    const unanswered = { side: "remote", type: "answer", sdp: answer } as const;
    expect(verdict(set(sessionWith(caller, restart), unanswered))).toBe("InvalidAccessError A10");
  });

  it("any line of it that is broken is refused with its number", () => {
    const { sdp = "" } = caller.currentRemoteDescription ?? {};
    const offered = sessionWith(createSession(), { side: "local", type: "offer", sdp: offerOf(caller) });
    const lines = sdp.trimEnd().split("\r\n");
    expect(lines.length).toBeGreaterThan(100);
    for (const index of lines.keys()) {
      const broken = `${lines.map((line, at) => (at === index ? `!${line}` : line)).join("\r\n")}\r\n`;
      const { rejection } = rejected(setRemoteDescription(offered, { type: "answer", sdp: broken }));
      expect(rejection).toMatchObject({ error: "RTCError", rule: "S1", sdpLineNumber: index + 1 });
    }
  });
});

function offerOf(session: Session): string {
  return session.currentLocalDescription?.sdp ?? "";
}
