import { readFileSync } from "node:fs";

/** A real offer, with the line ends that Chromium gave it. */
export const chromiumOffer = readFileSync(new URL("../spec/fixtures/chromium-offer.sdp", import.meta.url), "utf8")
  .split(/\r?\n/)
  .join("\r\n");
