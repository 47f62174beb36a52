import { memberOf } from "../../../oracle/evidence/plain-data.ts";
import type { PeerConnectionLike } from "../../peer-connection.ts";
import { quieted } from "../../thenable.ts";

/** Listens to the events of that name, as far as the object lets it. Gives a function that ends it. */
export function hearEvents(pc: PeerConnectionLike, name: string, hear: (event: unknown) => void): () => void {
  let ended = false;
  const listener = (event: unknown) => {
    if (!ended) hear(event);
  };
  const call = (method: string) => {
    try {
      quieted(Reflect.apply(memberOf(pc, method) as () => unknown, pc, [name, listener]));
    } catch {
      // As if there were no such method.
    }
  };
  call("addEventListener");
  return () => {
    ended = true;
    call("removeEventListener");
  };
}

/** What a call comes to: heard by the first reaction to its promise, before any that the application adds. */
export function hearSettlement(
  call: () => unknown,
  fulfilled: (value: unknown) => void,
  rejected: (reason: unknown) => void,
): void {
  let isOpen = true;
  const once = (hear: (value: unknown) => void) => (value: unknown) => {
    if (isOpen) hear(value);
    isOpen = false;
  };
  try {
    const value = call();
    const then = memberOf(value, "then");
    if (typeof then === "function") quieted(Reflect.apply(then, value, [once(fulfilled), once(rejected)]));
    else Promise.resolve().then(() => fulfilled(value));
  } catch (reason) {
    Promise.resolve().then(() => once(rejected)(reason));
  }
}
