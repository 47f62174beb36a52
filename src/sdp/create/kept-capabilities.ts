import type { Capabilities } from "./capabilities.ts";

const copies = /* @__PURE__ */ new WeakSet<Capabilities>();

/** A copy that its owner cannot change any more; of such a copy, the copy itself. */
export function keepCapabilities(capabilities: Capabilities): Capabilities {
  if (copies.has(capabilities)) return capabilities;
  const copy = plain(capabilities);
  copies.add(copy);
  return copy;
}

/** Whether they are such a copy: what is derived of them holds as long as they are there. */
export function areKept(capabilities: Capabilities): boolean {
  return copies.has(capabilities);
}

function plain<Value>(value: Value): Value {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return Object.freeze(value.map(plain)) as Value;
  return Object.freeze(Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item)]))) as Value;
}
