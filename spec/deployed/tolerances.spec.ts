import { describe, expect, it } from "vitest";
import { alice, audioOnly, balanced, bob } from "../../cases/sdp/given/descriptions.ts";
import { remote, sessionWith, set, verdict } from "../../cases/sdp/real-calls.ts";
import * as core from "../../src/entries/index.ts";
import { deployedTolerances, sdpRules } from "../../src/entries/sdp.ts";

describe("deployedTolerances: what both browsers let pass", () => {
  it("is one frozen list in both entries, of errors that can be tolerated", () => {
    expect(core.deployedTolerances).toBe(deployedTolerances);
    expect(Object.isFrozen(deployedTolerances)).toBe(true);
    const tolerable = sdpRules.filter((rule) => rule.severity === "error" && rule.tolerable).map(({ id }) => id);
    expect(tolerable).toEqual(expect.arrayContaining([...deployedTolerances]));
    expect(new Set(deployedTolerances).size).toBe(deployedTolerances.length);
  });

  it("has what a stack that talks to the world needs, and not what the browsers refuse", () => {
    expect(deployedTolerances).toEqual(expect.arrayContaining(["A8", "D11", "D16", "R10"]));
    for (const id of ["D5", "D7", "A1", "A5", "R1", "R8"]) expect(deployedTolerances).not.toContain(id);
  });

  it("is an option of a session", () => {
    const offer = balanced(alice, "actpass");
    const noSetup = offer.replaceAll("a=setup:actpass\r\n", "");
    const session = core.createSession({ tolerate: deployedTolerances });
    expect(verdict(set(core.createSession(), remote("offer", noSetup)))).toBe("InvalidAccessError D16");
    expect(verdict(set(session, remote("offer", noSetup)))).toBe("applied have-remote-offer");
    const offered = sessionWith(session, remote("offer", offer));
    expect(verdict(set(offered, remote("offer", audioOnly(bob, "actpass"))))).toBe("applied have-remote-offer");
    expect(verdict(set(session, remote("offer", offer.replaceAll("a=rtcp-mux\r\n", ""))))).toBe(
      "InvalidAccessError D7",
    );
  });
});
