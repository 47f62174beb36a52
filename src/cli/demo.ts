import { fileURLToPath } from "node:url";
import { packageRoot } from "./package-root.ts";
import { replay } from "./replay/replay.ts";
import { exitStatus, type Terminal } from "./terminal.ts";

const introduction =
  "A dump of chrome://webrtc-internals, recorded from Chromium: the application sets the same answer twice.";
const nextStep = "To judge a dump of your own: jsep-machine replay FILE (webrtc-internals or rtcstats, plain or gzip)";

/**
 * `demo`: judges the capture that ships in the package. Gives the exit status: what the replay finds is no failure
 * here.
 */
export async function demo(terminal: Terminal): Promise<number> {
  const capture = fileURLToPath(new URL("captures/double-answer.internals.json.gz", packageRoot()));
  terminal.print(`${introduction}\n\n`);
  const status = await replay([capture], { json: false, profile: "webrtc-pc" }, terminal);
  if (status === exitStatus.unusable) return status;
  terminal.print(`\n${terminal.style.bold(nextStep)}\n`);
  return exitStatus.nothing;
}
