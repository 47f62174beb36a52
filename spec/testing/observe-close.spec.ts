// close() of implementations that call it again themselves, at once or later: the application's call keeps its step.
import { describe, expect, it } from "vitest";
import { observe } from "../../src/entries/observe.ts";
import { traceOf } from "../trace/dumps/dumps.ts";
import { rest } from "./driving/rest.ts";
import { FakePeerConnection } from "./faulty/fake-peer-connection.ts";

/** Shuts its transports down first, each of which closes the connection once more. */
class ClosesAgainLater extends FakePeerConnection {
  #shutdowns = 0;

  override close(): Promise<void> {
    super.close();
    return this.#shutdowns++ === 0 ? this.#shutDown() : Promise.resolve();
  }

  async #shutDown(): Promise<void> {
    await rest();
    await this.close();
  }
}

class ClosesAgainAtOnce extends FakePeerConnection {
  #isClosing = false;

  override close(): void {
    if (this.#isClosing) return;
    this.#isClosing = true;
    this.close();
    super.close();
  }
}

describe("close() that calls close() again", () => {
  it("later: both are judged, each when it has returned", async () => {
    const pc = new ClosesAgainLater();
    const told: number[] = [];
    const observer = observe(pc, { onStep: ({ index }) => told.push(index) });
    await pc.setLocalDescription();
    await pc.close();
    await rest();
    expect(observer.steps.map(({ index, call, before, verdict }) => `${index} ${call} ${before} ${verdict}`)).toEqual([
      "0 setLocalDescription stable conforms",
      "1 close have-local-offer conforms",
      "2 close closed conforms",
    ]);
    expect(told).toEqual([0, 2, 1]);
  });

  it("later, and never returns: its step is still to come, and the inner call is not taken for it", async () => {
    class NeverReturns extends ClosesAgainLater {
      override close(): Promise<void> {
        return super.close().then(() => (this.signalingState === "closed" ? new Promise(() => {}) : undefined));
      }
    }
    const pc = new NeverReturns();
    const observer = observe(pc, { id: "pc" });
    pc.close();
    await rest();
    await rest();
    expect(observer.steps).toEqual([]);
    expect(traceOf(observer.trace()).connections[0]?.events.map(({ kind }) => kind)).toEqual([
      "attached",
      "call",
      "call",
    ]);
  });

  it("at once: the inner call is the implementation's own affair", () => {
    const pc = new ClosesAgainAtOnce();
    const observer = observe(pc);
    pc.close();
    expect(observer.steps.map(({ call, verdict }) => `${call} ${verdict}`)).toEqual(["close conforms"]);
  });
});
