import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ProfileName, sdpTypes, signalingStates } from "../src/entries/index.ts";
import { type Call, calls, setting } from "./arbitraries/arbitraries.ts";
import { created, plainDescription } from "./arbitraries/argument-arbitraries.ts";
import { builtInSwitches, type Switches } from "./model/model.ts";
import { ModelComparison } from "./model/model-comparison.ts";
import { runs } from "./model/run-options.ts";

describe("the functions and the model", () => {
  it("agree after every call, legal or not", () => {
    fc.assert(
      fc.property(setting, calls(40), (setting, calls) => {
        const comparison = new ModelComparison(setting);
        for (const call of calls) comparison.make(call);
      }),
      runs(5000),
    );
  });

  it.each(everyProfile())("agree on every description in every state: %s", (_, profile, switches) => {
    const visited = new Set<string>();
    for (const way of waysToEveryState) {
      for (const last of everyDescription) {
        const comparison = new ModelComparison({ options: { profile, sdp: "opaque" }, switches });
        for (const call of way) comparison.make(call);
        visited.add(comparison.session.signalingState);
        comparison.make(last);
      }
    }
    expect([...visited].sort()).toEqual([...signalingStates].sort());
  });
});

function everyProfile(): [string, ProfileName | ({ name: string } & Switches), Switches][] {
  const builtIn = Object.entries(builtInSwitches).map(([name, switches]): ReturnType<typeof everyProfile>[0] => {
    return [name, name as ProfileName, switches];
  });
  for (const rollbackFromPranswer of [false, true]) {
    for (const implicitRollback of [false, true]) {
      for (const modificationCheck of ["before-state", "after-state", "off"] as const) {
        const switches = { rollbackFromPranswer, implicitRollback, modificationCheck };
        builtIn.push([JSON.stringify(switches), { name: "custom", ...switches }, switches]);
      }
    }
  }
  return builtIn;
}

const offerCreated: Call = { call: "offerCreated", sdp: created("one") };
const answerCreated: Call = { call: "answerCreated", sdp: created("one") };
const close: Call = { call: "close" };

function setLocal(type: (typeof sdpTypes)[number], sdp = ""): Call {
  return { call: "setLocalDescription", argument: plainDescription(type, sdp) };
}

function setRemote(type: (typeof sdpTypes)[number], sdp = "two"): Call {
  return { call: "setRemoteDescription", argument: plainDescription(type, sdp) };
}

// To each state with something created and, where that is possible, with nothing created.
const waysToEveryState: readonly (readonly Call[])[] = [
  [],
  [offerCreated],
  [offerCreated, setLocal("offer")],
  [offerCreated, setLocal("offer"), { call: "offerCreated", sdp: created("") }],
  [setRemote("offer")],
  [setRemote("offer"), answerCreated],
  [offerCreated, setRemote("offer"), answerCreated],
  [setRemote("offer"), answerCreated, setLocal("pranswer")],
  [offerCreated, setRemote("offer"), answerCreated, setLocal("pranswer")],
  [offerCreated, setLocal("offer"), setRemote("pranswer")],
  [offerCreated, setLocal("offer"), { call: "offerCreated", sdp: created("") }, setRemote("pranswer")],
  // An answer that was created in an exchange before that one, which was rolled back.
  [setRemote("offer"), answerCreated, setRemote("rollback"), offerCreated, setLocal("offer"), setRemote("pranswer")],
  [setRemote("offer"), answerCreated, setLocal("answer")],
  [close],
  [offerCreated, setLocal("offer"), close],
];

const everyDescription = ["", "one", "two"].flatMap((sdp) =>
  sdpTypes.flatMap((type) => [setLocal(type, sdp), setRemote(type, sdp)]),
);
