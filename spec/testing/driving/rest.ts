/** Waits until the fake has come to rest: none of its calls takes more turns of the event loop. */
export async function rest(): Promise<void> {
  for (let turn = 0; turn < 12; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}
