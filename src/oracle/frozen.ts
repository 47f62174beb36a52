/**
 * A value frozen through and through, without what is frozen already and what an application gave: its descriptions
 * are its own. Queues are long lists of links: they are frozen at their ends.
 */
export function frozen<Value>(value: Value): Value {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const [name, member] of Object.entries(value)) {
    if (name !== "description" && name !== "next") frozen(member);
  }
  return value;
}
