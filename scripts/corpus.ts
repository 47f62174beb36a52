// `npm run corpus`: judges the descriptions that lie beside the repository. Exits 1 where one is judged wrongly: of RFC 9429's
// examples, of the captures, of the small inputs by rule, of the renegotiations, of the real descriptions with
// `deployedTolerances`. The rest has no labels: each refused one is named.
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import * as core from "../src/entries/index.ts";
import { checkSdp } from "../src/entries/sdp.ts";
import { captures } from "./corpus/captures.ts";
import { smallInputs } from "./corpus/findings.ts";
import { linesOfGroup } from "./corpus/group.ts";
import { liveRenegotiations } from "./corpus/live.ts";
import { realDescriptions } from "./corpus/real.ts";
import { rfc9429Examples } from "./corpus/rfc9429-examples.ts";
import { libwebrtcSeeds, sdpTransformSamples } from "./corpus/samples.ts";

const shared = new URL("../../shared/", import.meta.url);
const groupsOfFolder = {
  "sdp-corpus/rfc9429-examples/": (folder: URL) => [rfc9429Examples(folder)],
  "captures/": captures,
  "sdp-corpus/real/": realDescriptions,
  "findings/": (folder: URL) => [smallInputs(folder, { checkSdp, core })],
  "live/": (folder: URL) => [liveRenegotiations(folder)],
  "sdp-corpus/libwebrtc/": libwebrtcSeeds,
  "sdp-corpus/clux-sdp-transform/": (folder: URL) => [sdpTransformSamples(folder)],
};

for (const [path, groupsOf] of Object.entries(groupsOfFolder)) {
  const folder = new URL(path, shared);
  if (!existsSync(folder)) {
    console.log(`skipped: ${fileURLToPath(folder)} is missing`);
    continue;
  }
  for (const group of groupsOf(folder)) {
    for (const line of linesOfGroup(group)) console.log(line);
    if (group.wrong.length > 0) process.exitCode = 1;
  }
}
