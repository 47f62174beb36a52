/** Something that must not happen. */
export class Defect extends Error {}

/** No single call may take longer, in ms of the processor's time: a busy computer may stop anything for a while. */
const patience = 1000;

/** The slowest call so far. */
export const slowest = { what: "nothing", time: 0, length: 0 };

/** Makes a call on a text, which must neither throw nor take long. */
export function made<T>(what: string, text: string, call: () => T): T {
  const [result, first] = timed(what, call);
  // The collector and the compiler may work on what came before, but not twice.
  const time = first > patience ? Math.min(first, timed(what, call)[1]) : first;
  if (time > slowest.time) Object.assign(slowest, { what, time, length: text.length });
  if (time > patience) throw new Defect(`${what} took ${time.toFixed(0)} ms for ${text.length} units`);
  return result;
}

function timed<T>(what: string, call: () => T): readonly [T, number] {
  const start = process.cpuUsage();
  try {
    const result = call();
    const { user, system } = process.cpuUsage(start);
    return [result, (user + system) / 1000];
  } catch (cause) {
    throw new Defect(`${what} threw ${cause}`, { cause });
  }
}
