// An event handler that closes the connection: the call that fired the event has set its description by then.
import { describe, expect, it } from "vitest";
import { observe } from "../../src/entries/observe.ts";
import { rest } from "../testing/driving/rest.ts";
import { FakePeerConnection } from "../testing/faulty/fake-peer-connection.ts";
import { wordsOn } from "./scripts/live-script.ts";

describe("close() in a handler of signalingstatechange", () => {
  it("finds the slots as the call has left them", () => {
    const script = `
      0 local
      event have-local-offer
      1 close
      1 resolved, closed | offer O1 | - | - | -`;
    expect(wordsOn(script)).toEqual(["local -: unsettled conforms", "close: conforms"]);
  });

  it.each([["before"], ["after"]])("that was registered %s the observer", async (when) => {
    const pc = new FakePeerConnection();
    if (when === "before") pc.onsignalingstatechange = () => pc.close();
    const observer = observe(pc);
    if (when === "after") pc.onsignalingstatechange = () => pc.close();
    pc.setLocalDescription();
    await rest();
    await pc.createOffer().catch(() => undefined);
    await pc.setLocalDescription().catch(() => undefined);
    expect(observer.steps.flatMap(({ differences }) => differences.map(({ code }) => code))).toEqual([]);
    expect(observer.steps).toHaveLength(4);
  });
});
