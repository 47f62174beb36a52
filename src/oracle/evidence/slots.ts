import { type Description, type SlotName, slotNames } from "../../signaling/description.ts";
import { descriptionOf } from "./description.ts";
import { memberOf } from "./plain-data.ts";

/** What the slots were seen to hold; a slot that is left out was not looked at. */
export type ObservedSlots = { readonly [Name in SlotName]?: Description | null | undefined };

/** Reads the slots among a value's members. A slot that holds no description counts as not looked at. */
export function slotsOf(value: unknown): ObservedSlots {
  const slots: { [Name in SlotName]?: Description | null } = {};
  for (const name of slotNames) {
    const held = slotOf(memberOf(value, name));
    if (held !== undefined) slots[name] = held;
  }
  return slots;
}

function slotOf(value: unknown): Description | null | undefined {
  if (value === null) return null;
  const description = descriptionOf(value);
  return description !== null && isStorable(description) ? description : undefined;
}

function isStorable(description: { readonly type: string }): description is Description {
  return ["offer", "pranswer", "answer"].includes(description.type);
}
