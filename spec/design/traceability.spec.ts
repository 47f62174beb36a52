import { describe, expect, it } from "vitest";
import { applied, callOf, newSession, perform, rejected } from "../../cases/calls.ts";
import { play, scenarios } from "../../cases/rejection-scenarios.ts";
import { sequences } from "../../cases/sequences.ts";
import { cells, edgeName } from "../../cases/transition-tables.ts";
import { nextSignalingState, rejectionCodes, type Session } from "../../src/entries/index.ts";
import { sdpRules } from "../../src/entries/sdp.ts";

describe("every rejection code", () => {
  it("is listed once, in kebab-case", () => {
    const codes = rejectionCodes.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    for (const code of codes) expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(Object.isFrozen(rejectionCodes)).toBe(true);
    for (const entry of rejectionCodes) expect(Object.isFrozen(entry) && Object.isFrozen(entry.reference)).toBe(true);
  });

  it.each(rejectionCodes)("$code has a scenario in rejection-scenarios.ts", ({ code, error }) => {
    const errors = scenarios.filter((scenario) => scenario.code === code).map((scenario) => scenario.error);
    expect(new Set(errors)).toEqual(new Set([error]));
  });

  it.each(scenarios)("$code comes of its scenario, after $before.length calls", (scenario) => {
    const { code, error, rule, reference } = rejected(play(scenario)).rejection;
    expect({ code, error }).toEqual({ code: scenario.code, error: scenario.error });
    expect(rejectionCodes).toContainEqual(expect.objectContaining({ code, error }));
    // What a rule on SDP refuses cites that rule.
    const judges = rule === null ? rejectionCodes : sdpRules.filter(({ id }) => id === rule);
    expect(judges).toContainEqual(expect.objectContaining({ reference }));
    expect(rule !== null).toBe(code.startsWith("sdp-") && error !== "TypeError");
  });
});

// How a place in each specification is cited, with its link; any other specification needs a link to the very place.
const linkOf: readonly (readonly [spec: RegExp, section: RegExp, url: (spec: string, section: string) => string])[] = [
  [/^webrtc-pc$/, /^#[a-z0-9-]+$/, (_, section) => `https://w3c.github.io/webrtc-pc/${section}`],
  [
    /^RFC [0-9]{4,5}$/,
    /^§[0-9]+(\.[0-9]+)*$/,
    (spec, section) =>
      `https://www.rfc-editor.org/rfc/${spec.replace("RFC ", "rfc")}.html#section-${section.replace("§", "")}`,
  ],
  [/^(?!webrtc-pc$|RFC )/, /./, () => ""],
];

describe("every reference", () => {
  const ofRules = sdpRules.map(({ id, reference }) => ({ code: id, reference }));

  it.each([...rejectionCodes, ...ofRules])("of $code is a working link to the section", ({ reference }) => {
    const { spec, section, url } = reference;
    const [, sections, link] = linkOf.find(([specs]) => specs.test(spec)) ?? [];
    expect(section).toMatch(sections ?? /$^/);
    expect(url).toMatch(/^https:\/\/\S+$/);
    expect(new URL(url).href).toBe(url);
    const expected = link?.(spec, section) ?? "";
    if (expected !== "") expect(url).toBe(expected);
  });
});

describe("every transition", () => {
  const figure = cells.rfc9429
    .filter(({ next }) => next !== null)
    .map((cell) => `${cell.state} -- ${edgeName(cell)} --> ${cell.next}`);

  it("is gone along by the sequences", () => {
    const gone = sequences.flatMap(({ calls, profile }) => edgesAlong(calls, newSession(profile)));
    expect(figure.length).toBe(20);
    expect([...new Set(gone)].sort()).toEqual([...figure].sort());
  });

  it("is nextSignalingState's too", () => {
    const listed = cells.rfc9429.flatMap((cell) => {
      const next = nextSignalingState(cell.state, cell.side, cell.type, "rfc9429");
      return next === null ? [] : [`${cell.state} -- ${edgeName(cell)} --> ${next}`];
    });
    expect(listed).toEqual(figure);
  });

  // The edges that calls go along, by the names of the figure; implicit rollback goes along two.
  function edgesAlong(calls: readonly string[], start: Session): string[] {
    let session = start;
    return calls.flatMap((call) => {
      const before = session;
      const outcome = applied(perform(before, call), call);
      session = outcome.session;
      const event = callOf(call);
      if (event.type !== "setLocalDescription" && event.type !== "setRemoteDescription") return [];
      if (outcome.rolledBack !== null) {
        return [
          `${before.signalingState} -- setLocal(ROLLBACK) --> ${outcome.rolledBack.session.signalingState}`,
          `${outcome.rolledBack.session.signalingState} -- setRemote(OFFER) --> ${session.signalingState}`,
        ];
      }
      const name = `${event.type.replace("Description", "")}(${typeOf(event.description, before).toUpperCase()})`;
      return [`${before.signalingState} -- ${name} --> ${session.signalingState}`];
    });
  }

  function typeOf(description: unknown, { signalingState }: Session): string {
    const offers = ["stable", "have-local-offer", "have-remote-pranswer"];
    const inferred = offers.includes(signalingState) ? "offer" : "answer";
    return (description as { type?: string } | undefined)?.type ?? inferred;
  }
});
