// createOffer() and createAnswer() change nothing but what was created. Made one at a time, they are held to that.
import { describe, expect, it } from "vitest";
import { codesOf, lastOf } from "./scripts/observed-script.ts";

describe("createOffer() that", () => {
  it.each([
    [
      "moves the state",
      "event have-local-offer, resolved offer O1, have-local-offer",
      "wrong-state-create-offer-in-stable",
    ],
    ["sets a slot", "resolved offer O1, stable | offer O1 | - | - | -", "wrong-slot-create-offer-in-stable"],
    ["fires an event", "event stable, resolved offer O1, stable", "wrong-events-create-offer-in-stable"],
  ])("%s is told by its own name, once", (_, seen, code) => {
    const state =
      seen.includes("have-local-offer,") || seen.endsWith("have-local-offer") ? "have-local-offer" : "stable";
    expect(codesOf(`createOffer: ${seen}\nremote nonsense: TypeError, ${state}`)).toEqual([code, ""]);
    expect(lastOf(`createOffer: ${seen}`).step.observed.signalingState).toBe(state);
  });
});
