import type * as FastCheck from "fast-check";

/**
 * An optional peer dependency, which only those need who look for faults.
 *
 * @throws Error where it is not installed
 */
export async function loadFastCheck(): Promise<typeof FastCheck> {
  try {
    return await import("fast-check");
  } catch (cause) {
    throw new Error("the package fast-check is missing: run npm install --save-dev fast-check", { cause });
  }
}
