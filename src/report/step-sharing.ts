import type { Step } from "../oracle/verdict/step.ts";

// What differs from step to step is not worth remembering.
const mostRemembered = 10_000;

/** Gives steps that share what is equal in them: a dump may hold a million, most of them alike. */
export function stepSharing(): (step: Step) => Step {
  const remembered = new Map<string, unknown>();

  function shared<Value>(value: Value): Value {
    const key = JSON.stringify(value);
    const equal = remembered.get(key);
    if (equal !== undefined) return equal as Value;
    if (remembered.size >= mostRemembered) remembered.clear();
    remembered.set(key, value);
    return value;
  }

  return (step) => {
    const { expected, observed, why, reference, differences } = step;
    return {
      ...step,
      expected: shared(expected),
      observed: observed.message === null && observed.error === null ? shared(observed) : observed,
      why: shared(why),
      reference: shared(reference),
      differences: differences.length === 0 ? none : differences,
    };
  };
}

const none: Step["differences"] = [];
