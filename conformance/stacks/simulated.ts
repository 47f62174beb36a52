import { type FaultName, faults } from "../../spec/testing/simulated/faults.ts";
import { SimulatedPeerConnection } from "../../spec/testing/simulated/simulated-peer-connection.ts";
import type { ExpectedDeviation } from "../expected.ts";
import { resultFromSurvey } from "../results/from-survey.ts";
import { survey } from "../survey.ts";
import type { Stack } from "./stack.ts";

// Faults of different kinds, and the deviation that each must be found as.
const faulty: readonly (readonly [fault: FaultName, code: string])[] = [
  ["no-implicit-rollback", "refused-implicit-rollback"],
  ["garbage-applied", "applied-sdp-syntax-error"],
  ["event-fired-twice", "wrong-events-local-offer-in-stable"],
];

/** Simulated stacks in this process: first one without a fault, then those with one. */
export const simulatedStacks: readonly Stack[] = [
  simulatedStack("without-a-fault", undefined),
  ...faulty.map(([fault]) => simulatedStack(fault, fault)),
];

/** What must be found of them. */
export const expectedOfSimulated: readonly ExpectedDeviation[] = faulty.map(([fault, code]) => ({
  stack: fault,
  code,
  what: faults.find(({ name }) => name === fault)?.summary ?? fault,
}));

function simulatedStack(name: string, fault: FaultName | undefined): Stack {
  return {
    name,
    title: name,
    homepage: "",
    driver: "this process",
    isJavaScript: true,
    debianPackages: [],
    async run(settings) {
      const report = await survey(() => new SimulatedPeerConnection({ fault }), { ...settings, pause: 0 });
      return resultFromSurvey(`simulated, ${name}`, report);
    },
  };
}
