// What of the specification a call exercised: the cell of the table where the state decides, else the reason of the
// refusal.
import { describe, expect, it } from "vitest";
import { alice, audioOnly } from "../../cases/sdp/given/descriptions.ts";
import { type SdpType, type Side, sdpTypes, signalingStates } from "../../src/entries/index.ts";
import { createOracle } from "../../src/entries/oracle.ts";
import { lastOf } from "./scripts/observed-script.ts";

// How to get there, from stable.
const ways = {
  stable: "",
  "have-local-offer": "local: unheard, resolved, have-local-offer",
  "have-remote-offer": "remote offer O: unheard, resolved, have-remote-offer",
  "have-local-pranswer":
    "remote offer O: unheard, resolved, have-remote-offer\nlocal pranswer: unheard, resolved, have-local-pranswer",
  "have-remote-pranswer":
    "local: unheard, resolved, have-local-offer\nremote pranswer A: unheard, resolved, have-remote-pranswer",
  closed: "close: unheard, resolved, closed",
} as const;

function provisionOf(state: keyof typeof ways, call: string): string | null {
  return lastOf(`${ways[state]}\n${call}: unheard, unsettled, ${state}`).step.provision;
}

const sides: readonly Side[] = ["local", "remote"];
const cells = signalingStates.flatMap((state) =>
  sides.flatMap((side) => sdpTypes.map((type): [typeof state, Side, SdpType] => [state, side, type])),
);

describe("the provision of a call that the state alone decides", () => {
  it.each(cells)("%s: %s %s", (state, side, type) => {
    const withoutSdp = side === "local" && type !== "rollback" ? "-without-sdp" : "";
    const cell = `${side}-${type}${withoutSdp}-in-${state}`;
    const implicit = state === "have-local-offer" && side === "remote" && type === "offer";
    const expected = state === "closed" ? "connection-closed" : implicit ? "implicit-rollback" : cell;
    const sdp = side === "remote" && type !== "rollback" ? " X" : "";
    expect(provisionOf(state, `${side} ${type}${sdp}`)).toBe(expected);
  });

  it.each([
    ["stable", "offer"],
    ["have-local-offer", "offer"],
    ["have-remote-offer", "answer"],
    ["have-local-pranswer", "answer"],
  ] as const)("with SDP that was created in %s, it is the cell of a local %s", (state, type) => {
    const created = `create${type === "offer" ? "Offer" : "Answer"}: resolved ${type} X, ${state}`;
    const { step } = lastOf(`${ways[state]}\n${created}\nlocal ${type} X: unheard, unsettled, ${state}`);
    expect(step.provision).toBe(`local-${type}-in-${state}`);
  });

  it("a crossing offer is the cell where the profile has no implicit rollback", () => {
    const oracle = createOracle({ profile: "legacy", sdp: "opaque" });
    const { step } = lastOf(`${ways["have-local-offer"]}\nremote offer X: InvalidStateError, have-local-offer`, oracle);
    expect(step.provision).toBe("remote-offer-in-have-local-offer");
  });

  it.each(Object.keys(ways) as (keyof typeof ways)[])("close-in-%s", (state) => {
    expect(provisionOf(state, "close")).toBe(`close-in-${state}`);
  });
});

describe("the provision of any other refusal is its reason", () => {
  it.each([
    ["remote", "description-missing"],
    ["remote nonsense", "type-unknown"],
    ["local nonsense", "type-unknown"],
    ["local offer never-created", "local-description-modified"],
    ["local answer never-created", "local-description-modified"],
  ])("%s: %s", (call, provision) => {
    expect(provisionOf("stable", call)).toBe(provision);
  });

  it.each([
    ["broken", "sdp-syntax-error"],
    ["unprotected", "sdp-not-acceptable-d5"],
    ["tooLong", "sdp-too-long"],
  ])("SDP that is %s: %s, after an implicit rollback too", (name, provision) => {
    const fine = audioOnly(alice, "actpass");
    const named = {
      broken: "nonsense",
      unprotected: fine.replace(/^a=fingerprint:.*\r\n/m, ""),
      tooLong: `${fine}a=x-${"x".repeat(2000)}\r\n`,
    };
    const oracle = createOracle({ maxSdpLength: 2000 });
    for (const before of [ways.stable, ways["have-local-offer"]]) {
      const { step } = lastOf(`${before}\nremote offer ${name}: unheard, unsettled, stable`, oracle, named);
      expect(step.provision).toBe(provision);
    }
  });

  it("a code is the kind and the provision, in kebab-case", () => {
    for (const [state] of cells) {
      for (const call of ["remote answer X", "local rollback", "createOffer", "close", "remote nonsense"]) {
        const [difference] = lastOf(`${ways[state]}\n${call}: unheard, unsettled, ${state}`).differences;
        expect(difference?.code).toBe(`unsettled-${difference?.provision}`);
        expect(difference?.code).toMatch(/^[a-z]+(-[a-z0-9]+)+$/);
      }
    }
  });
});
