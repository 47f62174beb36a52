import { rest } from "./rest.ts";

/** The reasons of the rejections that were not handled by the end of a run, as Node reports them. */
export async function unhandledDuring(run: () => unknown): Promise<unknown[]> {
  const others = process.listeners("unhandledRejection");
  const reasons: unknown[] = [];
  process.removeAllListeners("unhandledRejection");
  process.on("unhandledRejection", (reason) => reasons.push(reason));
  try {
    await run();
    await rest();
    await rest();
  } finally {
    process.removeAllListeners("unhandledRejection");
    for (const listener of others) process.on("unhandledRejection", listener);
  }
  return reasons;
}
