import type { FakeWorld } from "../../src/entries/fake.ts";
import type { Any } from "./application.ts";
import type { Refusal } from "./refusal.ts";

const watched = ["RTCPeerConnection", "RTCRtpSender", "RTCRtpTransceiver", "RTCDataChannel"] as const;

/** Lets every refused call of the world's objects be noted, and changes nothing else. */
export function noteRefusals(world: FakeWorld): readonly Refusal[] {
  const refusals: Refusal[] = [];
  for (const name of watched) {
    const { prototype } = world[name];
    for (const [method, descriptor] of Object.entries(Object.getOwnPropertyDescriptors(prototype))) {
      if (method === "constructor" || typeof descriptor.value !== "function") continue;
      const note = (error: Any) => void refusals.push(refusalOf(`${name}.${method}`, error));
      Object.defineProperty(prototype, method, { ...descriptor, value: noting(descriptor.value, note) });
    }
  }
  return refusals;
}

/** The same function, as applications see it: some look at its length. */
function noting(original: (...values: unknown[]) => unknown, note: (error: unknown) => void) {
  function replacement(this: unknown, ...values: unknown[]): unknown {
    let result: unknown;
    try {
      result = original.apply(this, values);
    } catch (error) {
      note(error);
      throw error;
    }
    if (result instanceof Promise) result.catch(note);
    return result;
  }
  const { name, length } = original;
  return Object.defineProperties(replacement, {
    name: { value: name, configurable: true },
    length: { value: length, configurable: true },
  });
}

function refusalOf(method: string, error: Any): Refusal {
  return { method, error: error.name, message: error.message, url: error.cause?.reference?.url ?? null };
}
