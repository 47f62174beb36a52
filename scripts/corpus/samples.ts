import { readdirSync, readFileSync } from "node:fs";
import { createSession, setRemoteDescription } from "../../src/entries/index.ts";
import { parseSdp } from "../../src/entries/sdp.ts";
import { acceptedOf, type Group, type Named } from "./group.ts";

/** The samples of a folder, none of them labelled valid or invalid: how many are accepted, and why the others are not. */
function samples(title: string, folder: URL, reasonOf: (sdp: string) => string | null): Group {
  const files = readdirSync(folder).filter((name) => name.endsWith(".sdp"));
  const order = new Intl.Collator("en", { numeric: true });
  const refused = files.sort(order.compare).flatMap((file): Named[] => {
    const reason = reasonOf(readFileSync(new URL(file, folder), "utf8"));
    return reason === null ? [] : [[file, reason]];
  });
  return { title, summary: acceptedOf(files.length, refused.length), named: refused, wrong: [] };
}

/** libwebrtc's fuzz seeds as remote offers: as they are, then with the blank that most have lost in their s= line. */
export function libwebrtcSeeds(folder: URL): Group[] {
  return [
    samples("libwebrtc seeds", folder, asRemoteOffer),
    samples('libwebrtc seeds, "s=" made "s= "', folder, (sdp) => asRemoteOffer(sdp.replace(/^s=$/m, "s= "))),
  ];
}

/** sdp-transform's samples, of which many are not WebRTC: their syntax alone. */
export function sdpTransformSamples(folder: URL): Group {
  return samples("sdp-transform samples, syntax", folder, (sdp) => {
    const result = parseSdp(sdp);
    return result.ok ? null : `line ${result.error.sdpLineNumber}: ${result.error.message} (rule ${result.error.rule})`;
  });
}

function asRemoteOffer(sdp: string): string | null {
  const outcome = setRemoteDescription(createSession({ rtcpMuxPolicy: "negotiate" }), { type: "offer", sdp });
  // The message names line, m= section and rule.
  return outcome.kind === "rejected" ? outcome.rejection.message : null;
}
