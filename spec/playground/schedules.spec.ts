// Schedules of the playground: their words, their links, and what they lead to.
import { describe, expect, it } from "vitest";
import { handCallOf, handCallWord, mediaCalls, negotiatingCalls } from "../../src/playground/calls/hand-call.ts";
import { fragmentOf, scheduleOf } from "../../src/playground/schedule/fragment.ts";
import { groupsOf, placeAfter, placeBefore } from "../../src/playground/schedule/groups.ts";
import { type NegotiationName, negotiations } from "../../src/playground/schedule/negotiations.ts";
import {
  frameNow,
  movedTo,
  type Playing,
  played,
  playingAnew,
  playingOf,
} from "../../src/playground/schedule/playing.ts";
import { presetPlayed, presets } from "../../src/playground/schedule/presets.ts";
import { restFindings } from "../../src/playground/schedule/rest-findings.ts";
import type { Schedule } from "../../src/playground/schedule/schedule.ts";
import { stepsIn, stepsText } from "../../src/playground/schedule/schedule-words.ts";

function statesOfBoth(playing: Playing): string {
  const { a, b } = frameNow(playing).world.peers;
  return `${a.connection.session.signalingState}/${b.connection.session.signalingState}`;
}

/** Takes steps one after the other; the event loops run by themselves. */
function playedAll(playing: Playing, ...words: readonly string[]): Playing {
  return words.flatMap((word) => stepsIn(word) ?? []).reduce((now, step) => played(now, step, false), playing);
}

const byHand = playingAnew({ a: "hand", b: "hand" });

describe("the words of a schedule", () => {
  it.each([...negotiatingCalls, ...mediaCalls].map(handCallWord))("%s is read again", (word) => {
    const call = handCallOf(word);
    expect(call === null ? null : handCallWord(call)).toBe(word);
  });

  it("steps are read again, and repetitions are one word", () => {
    const text =
      "a.addTransceiver:audio,a.run*3,a.run1,b.deliver,b.fail,b.setDirection:0:inactive,a.stop:1,a.lose,b.repeat";
    const steps = stepsIn(text);
    expect(steps).toHaveLength(11);
    expect(stepsText(steps ?? [])).toBe(text);
  });

  it.each(["a", "c.run", "a.", "a.walk", "a.run1234", "a.stop:", "a.setDirection:0:up", "a.close*", "a.constructor"])(
    "%s is no step",
    (text) => {
      expect(stepsIn(text)).toBeNull();
    },
  );

  it("a schedule has at most 500 steps, however they are written", () => {
    expect(stepsIn("a.run*999,b.run*999")).toHaveLength(500);
    expect(stepsIn("a.run,".repeat(100_000))).toHaveLength(500);
  });
});

describe("the fragment of a link", () => {
  it.each(presets.map(({ name, schedule }) => [name, schedule] as const))("%s is read again", (_, schedule) => {
    expect(scheduleOf(`#${fragmentOf(schedule)}`)).toEqual({ ok: true, value: schedule });
    const end = { ...schedule, at: schedule.steps.length };
    expect(scheduleOf(fragmentOf(end))).toEqual({ ok: true, value: end });
  });

  it("every negotiation has a name in it", () => {
    for (const a of Object.keys(negotiations))
      expect(scheduleOf(`a=${a}`)).toMatchObject({ ok: true, value: { setup: { a } } });
  });

  it("what is missing has a default, and a place outside is moved to the nearest", () => {
    expect(scheduleOf("")).toEqual({ ok: true, value: { setup: { a: "hand", b: "hand" }, steps: [], at: 0 } });
    expect(scheduleOf("steps=a.close&at=9")).toMatchObject({ value: { at: 1 } });
    expect(scheduleOf("steps=a.close&at=-1")).toMatchObject({ value: { at: 0 } });
    expect(scheduleOf("steps=a.close&at=x")).toMatchObject({ value: { at: 1 } });
  });

  it("what cannot be read is refused in a sentence", () => {
    expect(scheduleOf("a=__proto__")).toEqual({
      ok: false,
      reason: `The link must say what negotiates at a and at b: ${Object.keys(negotiations).join(", ")}.`,
    });
    expect(scheduleOf("steps=a.close,<b>")).toEqual({
      ok: false,
      reason: "The link holds a step that this playground does not know.",
    });
  });

  it("steps that cannot happen are left out, and it is said", () => {
    const schedule = scheduleOf("steps=a.close,b.deliver,b.close");
    if (!schedule.ok) throw new Error(schedule.reason);
    const { steps, at, complaint } = playingOf(schedule.value);
    expect({ steps: stepsText(steps), at, complaint }).toEqual({
      steps: "a.close",
      at: 1,
      complaint: "Step 2 of the link cannot happen there: it is left out, and all after it.",
    });
  });
});

describe("a schedule that is played", () => {
  it("by hand: what is set locally is sent, and what arrives is set", () => {
    const offered = playedAll(byHand, "a.addTransceiver:audio", "a.setLocalDescription");
    expect(statesOfBoth(offered)).toBe("have-local-offer/stable");
    const answered = playedAll(offered, "b.deliver", "b.setLocalDescription", "a.deliver");
    expect(statesOfBoth(answered)).toBe("stable/stable");
    const { a, b } = frameNow(answered).world.peers;
    expect(a.connection.session.currentLocalDescription).toEqual(b.connection.session.currentRemoteDescription);
    expect(a.connection.session.currentRemoteDescription).toEqual(b.connection.session.currentLocalDescription);
  });

  it("a step back and another step: what followed is gone", () => {
    const offered = playedAll(byHand, "a.addTransceiver:audio", "a.setLocalDescription");
    const other = playedAll(movedTo(offered, 0), "b.close");
    expect(stepsText(other.steps)).toBe("b.close");
    expect(other.frames).toHaveLength(2);
    expect(statesOfBoth(movedTo(offered, 99))).toBe("have-local-offer/stable");
  });

  it("several calls by hand may be under way at once, each settled once", () => {
    const steps = stepsIn("a.addTransceiver:audio,a.run,a.setLocalDescription*2,a.createOffer,a.run*9") ?? [];
    const playing = playingOf({ setup: byHand.setup, steps, at: 0 });
    const settled = playing.frames.flatMap(({ happening }) =>
      (happening?.fed ?? []).flatMap(({ stepped }) => stepped.effects.filter(({ type }) => type === "resolve")),
    );
    expect(settled).toHaveLength(3);
    expect(playing.frames.flatMap(({ happening }) => happening?.violations ?? [])).toEqual([]);
  });

  it("a message that is lost is gone, one that is repeated arrives twice", () => {
    const offered = playedAll(byHand, "a.addTransceiver:audio", "a.setLocalDescription");
    expect(frameNow(playedAll(offered, "b.lose")).world.network.b).toEqual([]);
    const { frames } = playedAll(offered, "b.repeat");
    const repeated = frames[offered.at + 1];
    expect(repeated?.world.network.b).toHaveLength(1);
    expect(repeated?.arrivedFrom).toBe(offered.at);
    expect(repeated?.origins.b).toEqual([offered.at]);
  });

  it("work that fails rejects its call, and changes nothing", () => {
    const steps = stepsIn("a.addTransceiver:audio,a.run,a.setLocalDescription,a.run,a.fail") ?? [];
    const playing = playingOf({ setup: byHand.setup, steps, at: steps.length });
    expect(playing.complaint).toBeNull();
    expect(statesOfBoth(playing)).toBe("stable/stable");
  });

  it("steps are shown in groups, and gone through so", () => {
    const groups = groupsOf(stepsIn("a.addTransceiver:audio,a.run*3,b.deliver,b.run*4,a.run") ?? [], false);
    expect(groups.map(({ from, to }) => [from, to])).toEqual([
      [0, 4],
      [4, 9],
      [9, 10],
    ]);
    expect([placeBefore(groups, 10), placeBefore(groups, 6), placeBefore(groups, 0)]).toEqual([9, 4, 0]);
    expect([placeAfter(groups, 0), placeAfter(groups, 6), placeAfter(groups, 10)]).toEqual([4, 9, 10]);
    expect(groupsOf(stepsIn("a.close,a.run*3") ?? [], true)).toHaveLength(4);
  });
});

describe("what is left undone at rest", () => {
  const glare = "a.addTransceiver:audio,a.run*3,b.addTransceiver:audio,b.run*3,a.deliver,b.deliver";

  function findings(a: NegotiationName, b: NegotiationName, text: string): readonly string[] {
    const steps = stepsIn(text) ?? [];
    const playing = playingOf({ setup: { a, b }, steps, at: steps.length });
    expect(playing.complaint).toBeNull();
    return restFindings(frameNow(playing), playing.setup);
  }

  it("both have ignored the other's offer", () => {
    expect(findings("pushy", "pushy", glare)).toEqual([
      "a is in have-local-offer",
      "a needs negotiation",
      "b is in have-local-offer",
      "b needs negotiation",
    ]);
  });

  it("nothing, while something is under way, by hand, and after a whole negotiation", () => {
    expect(findings("pushy", "pushy", glare.replace(",b.deliver", ""))).toEqual([]);
    expect(findings("hand", "hand", "a.addTransceiver:audio,a.run,a.setLocalDescription,a.run*2,b.lose")).toEqual([]);
    const whole = "a.addTransceiver:audio,a.run*3,b.deliver,b.run*4,a.deliver,a.run*2";
    expect(findings("perfect", "perfect", whole)).toEqual([]);
    expect(findings("perfect", "perfect", "a.addTransceiver:audio,a.run*3,b.lose")).not.toEqual([]);
  });
});

// How each ends, and what of it must be seen: written by hand.
const endings: Readonly<
  Record<string, readonly [states: string, sights: readonly string[], errors: readonly string[]]>
> = {
  Glare: ["stable/stable", ["glare", "ignored offer", "implicit rollback"], []],
  Rollback: ["stable/stable", [], ["InvalidStateError"]],
  "Provisional answer": ["stable/stable", [], []],
  "ICE restart": ["stable/stable", [], []],
  "Pushy SFU": ["stable/stable", [], ["InvalidAccessError"]],
  "Glare without roles": ["have-local-offer/have-local-offer", ["glare", "implicit rollback"], ["InvalidAccessError"]],
  "Lost answer": ["have-local-offer/stable", [], []],
};

describe("the presets", () => {
  it.each(presets.map(({ name, schedule }) => [name, schedule] as const))(
    "%s ends as it says",
    (name, schedule: Schedule) => {
      const { frames, complaint, ...playing } = playingOf({ ...schedule, at: schedule.steps.length });
      expect(complaint).toBeNull();
      const happenings = frames.flatMap(({ happening }) => happening ?? []);
      const errors = happenings.flatMap(({ fed }) =>
        fed.flatMap(({ stepped }) =>
          stepped.effects.flatMap((effect) => (effect.type === "reject" ? [effect.rejection.error] : [])),
        ),
      );
      const [ending, sights, refusals] = endings[name] ?? [];
      expect(statesOfBoth({ frames, complaint, ...playing })).toBe(ending);
      expect([...new Set(happenings.flatMap(({ seen }) => seen))].sort()).toEqual([...(sights ?? [])].sort());
      expect([...new Set(errors)]).toEqual(refusals);
      expect(presetPlayed(schedule)?.name).toBe(name);
    },
  );

  it("each has steps, and another schedule is none", () => {
    expect(presets.every(({ schedule }) => schedule.steps.length > 10)).toBe(true);
    expect(presetPlayed(byHand)).toBeNull();
  });
});
