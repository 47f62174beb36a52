import { fileURLToPath } from "node:url";

const fixtures = fileURLToPath(new URL("../../spec/fixtures", import.meta.url));

/** Files that `check` is run on to see what it prints as SARIF. */
export const sarifSamples: readonly { readonly what: string; readonly files: readonly string[] }[] = [
  { what: "a real offer", files: [`${fixtures}/chromium-offer.sdp`] },
  { what: "a capture, which is not SDP", files: [`${fixtures}/double-answer.rtcstats.gz`] },
  { what: "a file that is missing, and a folder", files: ["no such file.sdp", fixtures] },
];
