// That the time of `step` grows with what a connection holds, and no faster.
import { ImmediateStack } from "./connection-exchange.ts";
import { duration, type Measurement } from "./measurement.ts";
import { sized } from "./short.ts";

/** Four times as much takes four times as long; caches and the collector cost something. Squares would be 16. */
const mostGrowth = 5;

const size = sized(10_000, 400);

/** A stack whose connection has so many transceivers, all added and offered at once. */
function offering(transceivers: number): void {
  const stack = new ImmediateStack("a", transceivers, { maxSdpLength: 2 ** 30 });
  for (let count = 0; count < transceivers; count++) {
    stack.call({ method: "addTransceiver", trackOrKind: count % 2 === 0 ? "audio" : "video" });
  }
  stack.call({ method: "setLocalDescription" });
  if (stack.connection.session.signalingState !== "have-local-offer") throw new Error("The offer was refused");
}

/** So many calls that wait in the operations chain, each executed in its turn. */
function chaining(calls: number): void {
  const stack = new ImmediateStack("a", 1);
  stack.call({ method: "addTransceiver", trackOrKind: "audio" });
  for (let call = 0; call < calls; call++) stack.give({ type: "call", call: `${call}`, method: "createOffer" });
  stack.settle();
  if (stack.connection.progress !== null) throw new Error("The chain is not empty");
}

/** One after the other on the same connection: each change is followed by what it queues. */
function changing(directions: number): void {
  const stack = new ImmediateStack("a", 1);
  for (let count = 0; count < directions; count++) stack.call({ method: "addTransceiver", trackOrKind: "audio" });
  for (let transceiver = 0; transceiver < directions; transceiver++) {
    stack.call({ method: "setDirection", transceiver, direction: "inactive" });
  }
}

const growing: Readonly<Record<string, (size: number) => void>> = {
  "transceivers, offered": offering,
  "calls in the operations chain": chaining,
  "transceivers, each changed": changing,
};

export function measureConnectionGrowth(): Measurement[] {
  return Object.entries(growing).map(([what, grow]) => {
    const [small, large] = [size / 4, size].map((count) => leastTime(() => grow(count))) as [number, number];
    return {
      what: `${size.toLocaleString("en")} ${what}: time, of a quarter of them`,
      value: large / small,
      unit: "×",
      target: { bound: "at most", value: mostGrowth },
      context: `${duration(small)}, ${duration(large)}`,
    };
  });
}

/** Of three times, in milliseconds of this thread: what other threads take is none of it. */
function leastTime(run: () => void): number {
  const times = Array.from({ length: sized(3, 1) }, () => {
    const before = process.threadCpuUsage();
    run();
    const { user, system } = process.threadCpuUsage(before);
    return (user + system) / 1000;
  });
  return Math.min(...times);
}
