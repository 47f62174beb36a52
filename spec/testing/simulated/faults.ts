import { acceptanceFaults } from "./acceptance-faults.ts";
import { errorFaults } from "./error-faults.ts";
import { eventFaults } from "./event-faults.ts";
import type { Fault } from "./fault.ts";
import type { Call, Plan } from "./plan.ts";
import { refusalFaults } from "./refusal-faults.ts";
import { slotFaults } from "./slot-faults.ts";
import { stateFaults } from "./state-faults.ts";

const all = [
  ...refusalFaults,
  ...acceptanceFaults,
  ...stateFaults,
  ...slotFaults,
  ...eventFaults,
  ...errorFaults,
] as const;

/** The name of a fault that a simulated peer connection can have. */
export type FaultName = (typeof all)[number]["name"];

/** All faults, one deviation each. */
export const faults: readonly (Fault & { readonly name: FaultName })[] = all;

/** The change of plan of the fault of that name; none without a name. */
export function changeOf(name: FaultName | undefined): (plan: Plan, call: Call) => Plan {
  if (name === undefined) return (plan) => plan;
  const fault = faults.find((known) => known.name === name);
  if (fault === undefined) throw new TypeError(`no fault is named ${name}`);
  return fault.change;
}
