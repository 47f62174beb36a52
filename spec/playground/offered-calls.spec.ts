// What the playground offers of calls agrees with the functions that judge them, in every state.
import { describe, expect, it } from "vitest";
import { mediaCalls, negotiatingCalls } from "../../src/playground/calls/hand-call.ts";
import { type OfferedCall, offeredCalls } from "../../src/playground/calls/offered-calls.ts";
import type { Frame } from "../../src/playground/schedule/frame.ts";
import { nextFrame } from "../../src/playground/schedule/next-frame.ts";
import { scenarioOf } from "../../src/playground/schedule/play.ts";
import { playingOf } from "../../src/playground/schedule/playing.ts";
import { presets } from "../../src/playground/schedule/presets.ts";
import { stepsIn } from "../../src/playground/schedule/schedule-words.ts";
import { legalCalls } from "../../src/session/legal-calls.ts";

const hand = { a: "hand", b: "hand" } as const;
const closed = {
  name: "closed",
  schedule: { setup: hand, steps: stepsIn("a.addTransceiver:audio,a.run,a.close") ?? [], at: 0 },
};

/** All frames of all presets, with the setup that they belong to. */
const frames = [...presets, closed].flatMap(({ name, schedule }) =>
  playingOf(schedule).frames.map((frame) => ({ name, frame, scenario: scenarioOf(schedule.setup) })),
);

function settingCalls(frame: Frame, peer: "a" | "b"): readonly (OfferedCall & { call: { type: string | null } })[] {
  return offeredCalls(frame, peer, negotiatingCalls).filter(({ call }) => "type" in call) as never;
}

describe("a call that is offered", () => {
  it("there are all signaling states among the frames", () => {
    const states = frames.flatMap(({ frame }) =>
      [frame.world.peers.a, frame.world.peers.b].map(({ connection }) => connection.session.signalingState),
    );
    expect(new Set(states).size).toBe(6);
  });

  it.each(["a", "b"] as const)("is refused at %s for its state exactly where legalCalls() does not list it", (peer) => {
    for (const { name, frame } of frames) {
      const { session } = frame.world.peers[peer].connection;
      const legal = legalCalls(session).map(({ method, type }) => `${method} ${type}`);
      for (const offered of settingCalls(frame, peer)) {
        const { call, verdict } = offered;
        if (call.type === null) continue;
        const isOfState =
          offered.verdict === "refused" && !["InvalidAccessError", "RTCError"].includes(offered.rejection.error);
        const where = `${name} ${frame.number} ${peer} ${call.method} ${call.type}: ${verdict}`;
        expect(!isOfState, where).toBe(legal.includes(`${call.method} ${call.type}`));
      }
    }
  });

  it("every refusal has a message and a reference", () => {
    const refused = frames.flatMap(({ frame }) =>
      offeredCalls(frame, "a", [...negotiatingCalls, ...mediaCalls]).flatMap((one) =>
        one.verdict === "refused" ? [one.rejection] : [],
      ),
    );
    expect(refused.length).toBeGreaterThan(500);
    for (const { message, reference } of refused) {
      expect(message).toMatch(/\w/);
      expect(reference.url).toMatch(/^https:/);
    }
  });

  it("is refused when it is made, where nothing is under way, exactly as it is offered", () => {
    const quiet = frames.filter(({ frame }) => frame.world.peers.a.agenda.length === 0);
    expect(quiet.length).toBeGreaterThan(20);
    for (const { name, frame, scenario } of quiet) {
      for (const offered of offeredCalls(frame, "a", [...negotiatingCalls, ...mediaCalls])) {
        if (offered.verdict === "missing") continue;
        const made = nextFrame(frame, { peer: "a", kind: "call", call: offered.call }, scenario);
        let last = made as Frame;
        const seen = [last];
        while (last.world.peers.a.agenda.length > 0 && seen.length < 9) {
          last = nextFrame(last, { peer: "a", kind: "run", item: 0 }, scenario) as Frame;
          seen.push(last);
        }
        const effects = seen.flatMap(({ happening }) =>
          (happening?.fed ?? []).flatMap(({ stepped }) => stepped.effects),
        );
        const rejection = effects.flatMap((effect) =>
          effect.type === "reject" || effect.type === "throw" ? [effect.rejection] : [],
        )[0];
        const expected = offered.verdict === "refused" ? offered.rejection : undefined;
        expect(rejection, `${name} ${frame.number} ${offered.call.method}`).toEqual(expected);
      }
    }
  });

  it("has nothing to be made with where the other side has sent none", () => {
    const [first] = playingOf({ setup: hand, steps: [], at: 0 }).frames;
    const missing = offeredCalls(first as Frame, "b", negotiatingCalls).filter(({ verdict }) => verdict === "missing");
    expect(missing.map(({ note }) => note)).toEqual(["a has sent no offer yet"]);
  });
});
