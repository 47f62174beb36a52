// The explorations of published code: their recording, how a fresh one is compared with it, and what is asked of browsers.
import assert from "node:assert/strict";
import { test } from "node:test";
import { brokenInBrowser } from "../explorations/browser/judge.ts";
import { stepsOf } from "../explorations/browser/order.ts";
import type { SideFacts } from "../explorations/browser/side.ts";
import { differencesFrom, withReproductions } from "../explorations/compare.ts";
import { recordedLines } from "../explorations/lines/recording.ts";
import { explorationsPage } from "../explorations/page.ts";
import { type RecordedExploration, readRecording } from "../explorations/recording.ts";
import { explorations } from "../explorations/subjects/all.ts";
import { fragmentOf } from "../report/markdown.ts";

const { explorations: recorded } = readRecording();
const found = recorded.find(({ violation }) => violation !== null) as RecordedExploration & {
  readonly violation: NonNullable<RecordedExploration["violation"]>;
};

test("the recording has every exploration, with its texts and what is expected of it", () => {
  const texts = ({ name, setting, finding, links }: (typeof recorded)[number] | (typeof explorations)[number]) => ({
    ...{ name, setting, finding, links },
  });
  assert.deepEqual(recorded.map(texts), JSON.parse(JSON.stringify(explorations.map(texts))));
  assert.deepEqual(
    recorded.map(({ violation }) => violation?.property ?? null),
    explorations.map(({ expected }) => expected),
  );
});

test("every exploration has a name of its own, and a control that is one of them", () => {
  const names = explorations.map(({ name }) => name);
  assert.equal(new Set(names).size, names.length);
  for (const { control } of explorations) assert.ok(control === undefined || names.includes(control), `${control}`);
});

test("the page has a section for each, and its links lead to them", () => {
  const page = explorationsPage(readRecording(), recordedLines());
  const headings = page
    .split("\n")
    .filter((line) => line.startsWith("## "))
    .slice(0, recorded.length);
  const links = [...page.matchAll(/\]\((#[^)]*)\)/g)].map(([, target]) => target);
  assert.deepEqual(
    links,
    headings.map((line) => fragmentOf(line.slice("## ".length))),
  );
});

test("what is the same has no differences, and each figure that changes has one", () => {
  assert.deepEqual(differencesFrom(found, structuredClone(found)), []);
  assert.deepEqual(differencesFrom(null, found), ["it is not in the recording"]);
  assert.deepEqual(differencesFrom(found, { ...found, states: found.states + 1 }), [
    `states was ${found.states}, and is ${found.states + 1}`,
  ]);
  assert.deepEqual(differencesFrom(found, { ...found, violation: null }), [
    `it broke ${found.violation.property}, and breaks nothing`,
  ]);
  const other = { ...found, violation: { ...found.violation, schedule: "a.act" } };
  assert.deepEqual(differencesFrom(found, other), ["it comes to its violation in another way"]);
});

test("what browsers have shown is kept as long as the schedule is the same", () => {
  const fresh = { ...found, violation: { ...found.violation, reproductions: [] } };
  assert.deepEqual(withReproductions(fresh, found), found);
  const other = { ...fresh, violation: { ...fresh.violation, schedule: "a.act" } };
  assert.deepEqual(withReproductions(other, found), other);
});

test("a page does what the schedule decides, after what the trace has before it", () => {
  const step = (who: "a" | "b", received: readonly string[], calls: readonly string[], effects: readonly string[]) => ({
    ...{ who, what: "", received, calls, effects },
    states: { a: "stable", b: "stable" } as const,
  });
  const trace = [
    step("a", [], [], ["addTrack()"]),
    step("a", [], ["createOffer"], ["createOffer()"]),
    step("a", [], [], ["have-local-offer", "sends offer", "sends candidate"]),
    step("b", ["offer", "candidate"], ["setRemoteDescription"], ["setRemoteDescription(offer)"]),
    step("a", ["candidate"], [], ["addIceCandidate()"]),
  ];
  assert.deepEqual(stepsOf("a.act a.task a.task b.deliver a.deliver", trace), [
    { side: "a", kind: "act", arriving: null, done: { a: [], b: [] } },
    {
      ...{ side: "b", kind: "deliver", arriving: "offer" },
      done: { a: ["createOffer", "have-local-offer", "sends offer"], b: [] },
    },
    {
      ...{ side: "a", kind: "deliver", arriving: "candidate" },
      done: { a: ["createOffer", "have-local-offer", "sends offer"], b: ["setRemoteDescription"] },
    },
  ]);
});

test("what sends nothing comes right before the next step of its side", () => {
  const step = (who: "a" | "b", received: readonly string[], effects: readonly string[]) => ({
    ...{ who, what: "", received, calls: [], effects },
    states: { a: "stable", b: "stable" } as const,
  });
  const trace = [
    step("a", ["answer"], []),
    step("b", [], ["sends offer"]),
    step("b", [], []),
    step("a", ["offer"], []),
  ];
  const sides = stepsOf("a.deliver b.act b.act a.deliver", trace).map(({ side, arriving }) => `${side} ${arriving}`);
  assert.deepEqual(sides, ["b null", "b null", "a answer", "a offer"]);
});

const calm: SideFacts = {
  ...{ signalingState: "stable", localSdp: "v=0\r\nm=audio", remoteSdp: null, transceivers: [], pending: 0 },
  ...{ needsNegotiation: false, rejections: [], unhandled: [] },
};

test("a property is broken in a browser by what its page came to", () => {
  const cases: readonly (readonly [string, Partial<SideFacts>, string])[] = [
    [
      "no-invalid-state-error",
      { rejections: ["createOffer(): InvalidStateError: no"] },
      "b: createOffer(): InvalidStateError: no",
    ],
    ["no-unhandled-error", { unhandled: ["throws: Error"] }, "b: throws: Error"],
    ["both-stable", { signalingState: "have-local-offer" }, "b: is have-local-offer"],
    ["no-promise-forgotten", { pending: 2 }, "b: 2 promises are pending"],
    ["sections-agree", { localSdp: "v=0" }, "a has 1 m= sections, b has 0"],
    ["of one's own", { signalingState: "closed" }, "closed alone"],
  ];
  const own = [
    {
      name: "of one's own",
      holds: ({ b }: { b: { signalingState: string } }) => b.signalingState !== "closed" || "closed alone",
    },
  ];
  for (const [property, facts, why] of cases) {
    assert.equal(brokenInBrowser(property, { a: calm, b: calm, missed: [] }, own), null);
    assert.equal(brokenInBrowser(property, { a: calm, b: { ...calm, ...facts }, missed: [] }, own), why);
  }
  const needing = { a: { ...calm, needsNegotiation: true }, b: calm, missed: [] };
  assert.match(brokenInBrowser("no-negotiation-needed", needing, []) ?? "", /^a: negotiationneeded has fired/);
  const lost = { a: calm, b: { ...calm, rejections: ["addIceCandidate(): InvalidStateError: no"] }, missed: [] };
  assert.equal(brokenInBrowser("no-invalid-state-error", lost, []), null);
});
