import { deepStrictEqual, ok } from "node:assert";
import { describe, expect, it } from "vitest";
import { newSession, sessionAfter } from "../../cases/calls.ts";
import { junk, withThrowingGetter } from "../../cases/junk.ts";
import { profilesToGoThrough, reachableSessions } from "../../cases/reachable.ts";
import { sessionIn, states } from "../../cases/sessions.ts";
import { createSession, restoreSession, type Session, type SignalingState } from "../../src/entries/index.ts";

describe.each(profilesToGoThrough)(
  "contract, restoreSession: every reachable session round-trips, %s",
  (_, profile) => {
    const sessions = reachableSessions(profile);

    it("there are many, in all states", () => {
      expect(sessions.length).toBeGreaterThan(100);
      expect(new Set(sessions.map(({ signalingState }) => signalingState))).toEqual(new Set(states));
    });

    it("through JSON and structuredClone", () => {
      for (const session of sessions) {
        for (const copy of [JSON.parse(JSON.stringify(session)), structuredClone(session), session]) {
          const restored = restoreSession(copy);
          deepStrictEqual(restored, session);
          ok(Object.isFrozen(restored) && restored?.options === session.options);
        }
      }
    });
  },
);

const types = [null, "offer", "pranswer", "answer"] as const;

// Which pending slots a state means (local, remote); when closed, any of them may have been left.
const pendingIn: readonly (readonly [SignalingState, string | null, string | null])[] = [
  ["stable", null, null],
  ["have-local-offer", "offer", null],
  ["have-remote-offer", null, "offer"],
  ["have-local-pranswer", "pranswer", "offer"],
  ["have-remote-pranswer", "offer", "pranswer"],
];

function description(type: string | null) {
  return type === null ? null : { type, sdp: "X" };
}

const pairs = types.flatMap((local) => types.map((remote) => [local, remote] as const));

describe("contract, restoreSession: the pending slots are what the state means", () => {
  it.each(states)("in %s", (state) => {
    for (const [local, remote] of pairs) {
      const value = {
        ...newSession(),
        signalingState: state,
        pendingLocalDescription: description(local),
        pendingRemoteDescription: description(remote),
      };
      const possible = pendingIn.some(
        ([of, pendingLocal, pendingRemote]) =>
          (of === state || state === "closed") && pendingLocal === local && pendingRemote === remote,
      );
      expect(restoreSession(value), `${local} ${remote}`).toEqual(possible ? value : null);
    }
  });
});

describe("contract, restoreSession: the current slots hold an offer and its answer, or nothing", () => {
  it.each(pairs)("local %s, remote %s", (local, remote) => {
    const value = {
      ...newSession(),
      currentLocalDescription: description(local),
      currentRemoteDescription: description(remote),
    };
    const possible = ["null null", "offer answer", "answer offer"].includes(`${local} ${remote}`);
    expect(restoreSession(value)).toEqual(possible ? value : null);
  });
});

const plain: Session = JSON.parse(JSON.stringify(sessionIn("have-local-offer")));
const offer = plain.pendingLocalDescription ?? {};
const { options } = plain;

function without(members: object, name: string): object {
  return Object.fromEntries(Object.entries(members).filter(([key]) => key !== name));
}

const impossible: readonly (readonly [string, unknown])[] = [
  ["undefined", undefined],
  ...junk,
  ["a session's JSON text", JSON.stringify(plain)],
  ["an array with a session", [plain]],
  ["a session that is inherited", Object.create(plain)],
  ["a session under __proto__", JSON.parse(`{"__proto__": ${JSON.stringify(plain)}}`)],
  ...Object.keys(plain).map((name) => [`without ${name}`, without(plain, name)] as const),
  ...Object.keys(plain).map((name) => [`${name} throws`, withThrowingGetter(plain, name)] as const),
  ...Object.keys(options).map(
    (name) => [`without options.${name}`, { ...plain, options: without(options, name) }] as const,
  ),
  ...junk.map(([name, value]) => [`signalingState ${name}`, { ...plain, signalingState: value }] as const),
  ...junk.map(([name, value]) => [`options ${name}`, { ...plain, options: value }] as const),
  ...junk
    .filter(([, value]) => typeof value !== "string")
    .map(([name, value]) => [`lastCreatedOffer ${name}`, { ...plain, lastCreatedOffer: value }] as const),
  ...junk.map(
    ([name, value]) => [`pendingLocalDescription ${name}`, { ...plain, pendingLocalDescription: value }] as const,
  ),
  ["signalingState in an array", { ...plain, signalingState: ["have-local-offer"] }],
  ["a String object as the state", { ...plain, signalingState: new String("have-local-offer") }],
  ["lastCreatedAnswer null", { ...plain, lastCreatedAnswer: null }],
  ["a slot left undefined", { ...plain, currentLocalDescription: undefined }],
  ["a rollback in a slot", { ...plain, pendingLocalDescription: { type: "rollback", sdp: "X" } }],
  ["a slot without sdp", { ...plain, pendingLocalDescription: { type: "offer" } }],
  ["a slot with a number as sdp", { ...plain, pendingLocalDescription: { type: "offer", sdp: 5 } }],
  ["a slot with the type in an array", { ...plain, pendingLocalDescription: { type: ["offer"], sdp: "X" } }],
  ["a slot whose sdp throws", { ...plain, pendingLocalDescription: withThrowingGetter(offer, "sdp") }],
  ["an empty local offer, which nobody can set", { ...plain, pendingLocalDescription: { type: "offer", sdp: "" } }],
  ["an unknown profile", { ...plain, options: { ...options, profile: "chrome" } }],
  [
    "a profile without a switch",
    { ...plain, options: { ...options, profile: without(options.profile, "implicitRollback") } },
  ],
  ["a bad switch", { ...plain, options: { ...options, profile: { ...options.profile, modificationCheck: "maybe" } } }],
  ["a bad option", { ...plain, options: { ...options, maxSdpLength: -1 } }],
  ["a profile's name, which a session's options never hold", { ...plain, options: { ...options, profile: "rfc9429" } }],
  ["a slot that inherits its members", { ...plain, pendingLocalDescription: Object.create(offer) }],
  ["an option of undefined", { ...plain, options: { ...options, sdp: undefined } }],
];

describe("contract, restoreSession: null for what cannot have arisen, never a throw", () => {
  it("the example is otherwise a session", () => {
    expect(restoreSession(plain)).toEqual(plain);
  });

  it.each(impossible)("%s", (_, value) => {
    expect(restoreSession(value)).toBeNull();
  });

  it("no argument", () => {
    expect((restoreSession as () => unknown)()).toBeNull();
  });

  it("a getter that changes its mind gets nothing impossible through", () => {
    let reads = 0;
    const fickle = {
      ...plain,
      get signalingState() {
        reads += 1;
        return reads === 1 ? "have-local-offer" : "stable";
      },
    };
    expect([null, "have-local-offer"]).toContain(restoreSession(fickle)?.signalingState ?? null);
  });
});

describe("contract, restoreSession: the restored session goes on as the original would", () => {
  it("with the options it shared with others", () => {
    for (const options of [undefined, {}, { profile: "legacy" }, { sdp: "opaque", tolerate: ["D7"] }] as const) {
      const session = createSession(options);
      expect(restoreSession(JSON.parse(JSON.stringify(session)))?.options).toBe(session.options);
    }
  });

  it("and is no longer the caller's to change", () => {
    const copy = JSON.parse(JSON.stringify(sessionIn("have-remote-offer")));
    const restored = restoreSession(copy);
    if (restored === null) throw new Error("not restored");
    copy.pendingRemoteDescription.sdp = "changed";
    copy.options.profile.implicitRollback = false;
    expect(restored).toEqual(sessionIn("have-remote-offer"));
    expect(sessionAfter(restored, "local")).toEqual(sessionAfter(sessionIn("have-remote-offer"), "local"));
  });
});
