// Random calls, ends of work, tasks and messages on two connections: what has to hold of the connection after each.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { initialTransition, transition } from "xstate";
import { Stack } from "../spec/webrtc-pc/connection/stack.ts";
import {
  type Connection,
  type Effect,
  type Input,
  isNegotiationNeeded,
  type MethodCall,
  type RevisionName,
  revisions,
  step,
  type Transceiver,
  transceiversOf,
} from "../src/entries/connection.ts";
import { connectionMachine } from "../src/entries/machine.ts";
import { anyArgument } from "./arbitraries/argument-arbitraries.ts";

const seed = 20261128;
const kinds = ["audio", "video"] as const;
const directions = ["sendrecv", "sendonly", "recvonly", "inactive"] as const;

/** A random step: whose, what, and numbers to choose by. */
const steps = fc.array(fc.tuple(fc.nat(1), fc.nat(60), fc.nat(7)), { minLength: 60, maxLength: 160 });
const junk = anyArgument.map(({ make }) => make);
const revision = fc.constantFrom(...(Object.keys(revisions) as RevisionName[]));

type RandomStep = readonly [who: number, what: number, pick: number];

/** What a step calls; null where it ends something that waits. */
function methodOf(what: number, pick: number, other: Stack): MethodCall | null {
  const transceiver = pick % 4;
  const kind = kinds[pick % 2] ?? "audio";
  const track = { id: `${pick}`, kind };
  const { pendingLocalDescription, currentLocalDescription } = other.connection.session;
  const calls: readonly MethodCall[] = [
    { method: "addTransceiver", trackOrKind: kind, init: { direction: directions[pick % 4] } },
    { method: "addTrack", track, streams: pick > 3 ? ["s"] : [] },
    { method: "removeTrack", transceiver },
    { method: "replaceTrack", transceiver, track: pick > 3 ? track : null },
    { method: "setDirection", transceiver, direction: directions[pick % 4] ?? "inactive" },
    { method: "setStreams", transceiver, streams: [`${pick}`] },
    { method: "stop", transceiver },
    { method: "createDataChannel", label: "" },
    { method: "restartIce" },
    { method: "createOffer" },
    { method: "createAnswer" },
    { method: "setLocalDescription" },
    { method: "setLocalDescription" },
    { method: "setLocalDescription", description: { type: "rollback" } },
    { method: "setRemoteDescription", description: { type: "rollback" } },
    { method: "setRemoteDescription", description: pendingLocalDescription ?? currentLocalDescription },
    { method: "setRemoteDescription", description: pendingLocalDescription ?? currentLocalDescription },
    { method: "addIceCandidate", candidate: { candidate: "candidate:1", sdpMid: `${pick % 3}` } },
  ];
  return calls[what] ?? (what === 18 && pick === 0 ? { method: "close" } : null);
}

/** Ends or runs something that waits. */
function goOn(stack: Stack, pick: number): void {
  if (stack.reactions.length > 0) stack.runReaction();
  else if (stack.work !== null && pick === 0) stack.failWork();
  else if (stack.work !== null && pick > 2) stack.endWork();
  else if (stack.tasks.length > 0) stack.runTask();
  else if (stack.work !== null) stack.endWork();
}

/** Plays random steps, and looks at each pair of connections before and after, with the effects. */
function play(
  options: { readonly revision: RevisionName },
  random: readonly RandomStep[],
  look: (before: Connection, input: Input, after: Connection, effects: readonly Effect[], who: number) => void,
): readonly Stack[] {
  const stacks = [new Stack({ sdp: "opaque", ...options }, "aaaa"), new Stack({ sdp: "opaque", ...options }, "bbbb")];
  for (const [who, stack] of stacks.entries()) {
    const feed = stack.feed.bind(stack);
    stack.feed = (input) => {
      const before = stack.connection;
      const effects = feed(input);
      look(before, input, stack.connection, effects, who);
      return effects;
    };
  }
  let calls = 0;
  for (const [who, what, pick] of random) {
    const stack = stacks[who] as Stack;
    const method = methodOf(what, pick, stacks[1 - who] as Stack);
    if (method === null) goOn(stack, pick);
    else stack.call(method, `call ${calls++}`);
  }
  return stacks;
}

function check(look: Parameters<typeof play>[2], numRuns = 150): void {
  fc.assert(
    fc.property(revision, steps, (name, random) => {
      play({ revision: name }, random, look);
    }),
    { seed, numRuns },
  );
}

const settles = (effect: Effect): effect is Effect & { readonly call: string | number } =>
  ["return", "throw", "resolve", "reject"].includes(effect.type);

describe("connection: random calls", () => {
  it("every call is settled once at most, and none that was under way when the connection closed", () => {
    fc.assert(
      fc.property(revision, steps, (name, random) => {
        const stacks = play({ revision: name }, random, () => {});
        for (const { effects, connection } of stacks) {
          const calls = effects.filter(settles).map(({ call }) => call);
          expect(new Set(calls).size).toBe(calls.length);
          const closedAt = effects.findIndex(({ type }) => type === "destroy-ice-agent");
          if (connection.session.signalingState !== "closed") continue;
          const late = effects.slice(closedAt).filter(({ type }) => type === "resolve");
          expect(late).toEqual([]);
        }
      }),
      { seed, numRuns: 150 },
    );
  });

  it("an open connection that has nothing left to do has settled every call", () => {
    fc.assert(
      fc.property(revision, steps, (name, random) => {
        let calls = 0;
        const stacks = play({ revision: name }, random, (_, input) => {
          if (input.type === "call") calls++;
        });
        for (const stack of stacks) stack.settle();
        const open = stacks.filter(({ signalingState }) => signalingState !== "closed");
        if (open.length < 2) return;
        expect(stacks.flatMap(({ effects }) => effects.filter(settles))).toHaveLength(calls);
      }),
      { seed, numRuns: 150 },
    );
  });

  it("a JSON copy of a connection takes the same step", () => {
    check((before, input, after, effects) => {
      const copy = step(JSON.parse(JSON.stringify(before)), input);
      expect(JSON.parse(JSON.stringify(copy))).toEqual(JSON.parse(JSON.stringify({ connection: after, effects })));
    }, 40);
  });

  it("a connection survives JSON and structuredClone unchanged", () => {
    check((_, __, after, effects) => {
      expect(JSON.parse(JSON.stringify(after))).toEqual(after);
      expect(JSON.parse(JSON.stringify(effects))).toEqual(effects);
    }, 40);
  });

  it("what a step gives is frozen through and through", () => {
    check((_, __, after, effects) => {
      expect(unfrozen(after, "connection")).toBe(null);
      expect(unfrozen(effects, "effects")).toBe(null);
    }, 40);
  });

  it("a failed operation changes nothing but the chain", () => {
    check((before, input, after) => {
      if (input.type !== "failed") return;
      const { progress: _, operations: __, ...slots } = before;
      for (const name of Object.keys(slots) as (keyof typeof slots)[]) expect(after[name]).toBe(before[name]);
    });
  });

  it("what is kept for addTrack() is what a look at all senders finds", () => {
    check((_, __, after) => {
      const all = transceiversOf(after);
      const tracks = all.flatMap(({ stopped, sender }) => (stopped || sender.track === null ? [] : [sender.track]));
      expect(leavesOf(after.senders.tracks).sort()).toEqual([...new Set(tracks)].sort());
      for (const kind of kinds) {
        const first = all.findIndex((one) => one.kind === kind && canBeReused(one));
        if (first >= 0) expect(after.senders.reusableFrom[kind]).toBeLessThanOrEqual(first);
      }
    });
  });

  it("the set of transceivers is in the order of the ids, and no two share a mid", () => {
    check((_, __, after) => {
      const all = transceiversOf(after);
      const ids = all.map(({ id }) => id);
      expect(ids).toEqual([...ids].sort((one, other) => one - other));
      const mids = all.map(({ mid }) => mid).filter((mid) => mid !== null);
      expect(new Set(mids).size).toBe(mids.length);
    });
  });

  it("the chain has progress exactly where it is not empty", () => {
    check((_, __, after) => {
      expect(after.progress === null).toBe(after.operations.items.size === after.operations.first);
    });
  });

  it("a flag that was checked says whether negotiation is needed, and associations are those of the transceivers", () => {
    check((_, __, after) => {
      if (after.negotiationChecked && after.session.signalingState === "stable") {
        expect(after.negotiationNeeded).toBe(isNegotiationNeeded(after));
      }
      if (after.progress?.phase === "applying") return;
      const mids = transceiversOf(after).flatMap(({ mid, id }) => (mid === null ? [] : [[`:${mid}`, id]]));
      expect(after.associations).toEqual(Object.fromEntries(mids));
    });
  });

  it("every transport in use is open", () => {
    check((_, __, after) => {
      if (after.session.signalingState === "closed") return;
      const used = transceiversOf(after).flatMap(({ sender, receiver, stopped }) =>
        stopped ? [] : [sender.transport, receiver.transport],
      );
      for (const transport of used) if (transport !== null) expect(after.openTransports).toContain(transport);
    });
  });

  it("rollback is the identity, [[Receptive]] included where #3081 is mended", () => {
    let compared = 0;
    fc.assert(
      fc.property(steps, (random) => {
        const stable = new Map<number, Connection>();
        play({ revision: "with #3081" }, random, (before, _, after, __, who) => {
          const [from, to] = [before.session.signalingState, after.session.signalingState];
          const sameCurrent = after.session.currentLocalDescription === before.session.currentLocalDescription;
          if (from === "stable" && to !== "stable") stable.set(who, before);
          const kept = from !== "stable" && to === "stable" && sameCurrent ? stable.get(who) : undefined;
          if (kept === undefined) return;
          compared++;
          const now = new Map(transceiversOf(after).map((one) => [one.id, negotiated(one)]));
          for (const one of transceiversOf(kept)) {
            const is = now.get(one.id);
            if (is !== undefined && !is.stopped) expect(is).toEqual(negotiated(one));
          }
        });
      }),
      { seed, numRuns: 300 },
    );
    expect(compared).toBeGreaterThan(100);
  });
});

describe("connectionMachine: random calls", () => {
  it("agrees with step: the same connection and effects, and regions where the connection is", () => {
    fc.assert(
      fc.property(revision, steps, (name, random) => {
        const input = { sdp: "opaque", revision: name } as const;
        const snapshots = [0, 1].map(() => initialTransition(connectionMachine, input)[0]);
        play({ revision: name }, random, (_, event, after, effects, who) => {
          const before = snapshots[who];
          if (before === undefined) return;
          const [next] = transition(connectionMachine, before, event);
          snapshots[who] = next;
          expect(next.context).toEqual({ connection: after, effects });
          expect(next.value).toMatchObject({
            signaling: after.session.signalingState,
            operations: after.progress?.phase ?? "idle",
          });
        });
      }),
      { seed, numRuns: 30 },
    );
  });
});

describe("connection: junk", () => {
  it("any input gives a step, and what is no input changes nothing", () => {
    fc.assert(
      fc.property(revision, steps, junk, fc.string(), (name, random, make, word) => {
        const [stack] = play({ revision: name }, random, () => {});
        if (stack === undefined) return;
        const { connection } = stack;
        const value = make();
        expect(step(connection, value as Input).connection).toBe(connection);
        expect(step(connection, { type: word } as unknown as Input).effects.length).toBeLessThan(9);
        const call = { type: "call", call: word, method: word, track: value } as unknown as Input;
        expect(step(connection, call).effects.length).toBeLessThan(20);
      }),
      { seed, numRuns: 150 },
    );
  });

  it.each([
    ...["addIceCandidate", "addTrack", "addTransceiver", "createAnswer", "createDataChannel", "createOffer"],
    ...["removeTrack", "replaceTrack", "restartIce", "setCodecPreferences", "setConfiguration", "setDirection"],
    ...["setLocalDescription", "setRemoteDescription", "setStreams", "stop"],
  ])("%s() takes any arguments", (method) => {
    const before = new Stack();
    before.do({ method: "addTransceiver", trackOrKind: "video" });
    fc.assert(
      fc.property(junk, junk, (one, other) => {
        const names = ["candidate", "codecs", "configuration", "description", "direction", "init", "label", "options"];
        const given = Object.fromEntries(names.map((name) => [name, one()]));
        const tracks = { track: other(), trackOrKind: one(), streams: other() };
        const input = { type: "call", call: 1, method, transceiver: 0, ...tracks };
        const { connection, effects } = step(before.connection, { ...given, ...input } as unknown as Input);
        expect(unfrozen(connection, "connection")).toBe(null);
        expect(JSON.parse(JSON.stringify(connection))).toEqual(connection);
        expect(effects.filter(settles).length).toBeLessThanOrEqual(1);
      }),
      { seed, numRuns: 100 },
    );
  });
});

function negotiated({ id, mid, currentDirection, firedDirection, receptive, stopped, sender, receiver }: Transceiver) {
  const { transport, sendEncodings } = sender;
  const { associatedRemoteMediaStreams } = receiver;
  return {
    id,
    mid,
    currentDirection,
    firedDirection,
    receptive,
    stopped,
    transport,
    sendEncodings,
    associatedRemoteMediaStreams,
  };
}

function canBeReused({ sender, stopping, hasSent }: Transceiver): boolean {
  return sender.track === null && !stopping && !hasSent;
}

function leavesOf(tally: Connection["senders"]["tracks"]): string[] {
  return Object.entries(tally).flatMap(([key, below]) =>
    typeof below === "number" ? [key.slice(1)] : leavesOf(below),
  );
}

/** The path of the first value that is not frozen, or null. */
function unfrozen(value: unknown, path: string): string | null {
  if (typeof value !== "object" || value === null) return null;
  if (!Object.isFrozen(value)) return path;
  for (const [key, member] of Object.entries(value)) {
    const found = unfrozen(member, `${path}.${key}`);
    if (found !== null) return found;
  }
  return null;
}
