/** Waits for a later task: all microtasks have run by then. */
export function laterTask(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
