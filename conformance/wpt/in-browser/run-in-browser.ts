import type { BrowserName } from "../../page/browsers.ts";
import type { Checkout } from "../checkout.ts";
import type { FileOutcome } from "../outcome.ts";
export async function runInBrowser(
  _c: Checkout,
  _t: readonly string[],
  _b: BrowserName,
  _o: (outcome: FileOutcome) => void,
): Promise<readonly FileOutcome[]> {
  throw new Error("not yet");
}
