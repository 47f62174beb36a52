import { setFlagsFromString } from "node:v8";

/**
 * Lets the heap grow in small steps, so that what a large dump leaves behind is collected before it adds up: by default
 * the heap may become several times what is in use. Engines other than V8 have no such setting, and are left alone.
 */
export function keepHeapCompact(): void {
  try {
    setFlagsFromString("--heap-growing-percent=30");
  } catch {
    // An engine without flags.
  }
}
