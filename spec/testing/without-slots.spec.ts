// A stack that shows none of its slots, as react-native-webrtc: what was not observed is not judged.
import { describe, expect, it } from "vitest";
import { surveyImplementation } from "../../src/entries/testing.ts";
import { FakePeerConnection } from "./faulty/fake-peer-connection.ts";

const slots = [
  "pendingLocalDescription",
  "currentLocalDescription",
  "pendingRemoteDescription",
  "currentRemoteDescription",
];

function withoutSlots(pc: FakePeerConnection): FakePeerConnection {
  return new Proxy(pc, {
    has: (target, name) => !slots.includes(String(name)) && Reflect.has(target, name),
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
}

describe("a right stack without slots", () => {
  it.each([1, 2, 3])("is found right, seed %i", async (seed) => {
    const make = () => withoutSlots(new FakePeerConnection());
    const { deviations } = await surveyImplementation(make, { seed, runs: 200 });
    expect(deviations.map(({ code }) => code)).toEqual([]);
  });
});

describe("a stack whose slots throw once it is closed, as Firefox's", () => {
  it("deviates in close(), and nowhere else", async () => {
    const make = () => throwingWhenClosed(new FakePeerConnection());
    const { deviations } = await surveyImplementation(make, { seed: 1, runs: 200 });
    const codes = deviations.map(({ code }) => code).sort();
    expect(codes).toContain("wrong-slot-close-in-have-local-offer");
    for (const code of codes) expect(code).toMatch(/^wrong-slot-close-in-/);
  });
});

function throwingWhenClosed(pc: FakePeerConnection): FakePeerConnection {
  return new Proxy(pc, {
    get(target, name) {
      if (slots.includes(String(name)) && target.signalingState === "closed") throw new Error("it is closed");
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
}
