// What SDP costs: ratios to sdp-transform reading the same text. `node bench/sdp.ts` measures this alone.
import { readText } from "../src/sdp/text/read-text.ts";
import { answer, answered, offered } from "./chromium-call.ts";
import { chromiumOffer } from "./chromium-offer.ts";
import { duration, type Measurement, table } from "./measurement.ts";
import { readWithSdpTransform, readWithSdpUtils, readWithTsSdp } from "./other-readers.ts";
import { core, sdp } from "./published.ts";
import { bestOfRounds } from "./rounds.ts";

const session = core.createSession();
const reading = { maxSdpLength: chromiumOffer.length, tolerate: new Set<string>(), listener: null };

// The syntax has no entry of the package: measured from the source.
const subjects = {
  sdpTransform: () => readWithSdpTransform(chromiumOffer),
  setRemoteDescription: () => core.setRemoteDescription(session, { type: "offer", sdp: chromiumOffer }),
  answer: () => core.setRemoteDescription(offered, { type: "answer", sdp: answer }),
  reoffer: () => core.setLocalDescription(answered),
  parseSdp: () => sdp.parseSdp(chromiumOffer),
  syntax: () => readText(chromiumOffer, reading),
  checkSdp: () => sdp.checkSdp(chromiumOffer, { type: "offer", side: "remote" }),
  sdpUtils: () => readWithSdpUtils(chromiumOffer),
  tsSdp: () => readWithTsSdp(chromiumOffer),
} as const;

const reported: readonly (readonly [name: keyof typeof subjects, what: string, atMost: number | null])[] = [
  ["setRemoteDescription", "A fresh Chromium offer judged through setRemoteDescription", 1.6],
  ["answer", "An answer judged, its offer read again", 3],
  ["reoffer", "A re-offer judged, the last offer and answer read again", 3],
  ["parseSdp", "parseSdp, with its model", 2],
  ["syntax", "Syntax alone", 0.7],
  ["checkSdp", "checkSdp, warnings too", null],
  ["sdpUtils", "For comparison: the package sdp, all its functions", null],
  ["tsSdp", "For comparison: the package @webex/ts-sdp, parse", null],
];

function checkAcceptance(): void {
  for (const name of ["setRemoteDescription", "answer", "reoffer"] as const) {
    if (subjects[name]().kind !== "applied") throw new Error(`${name}: the description is not judged acceptable`);
  }
  if (!subjects.parseSdp().ok) throw new Error("The offer is not parsed");
  if (!subjects.syntax().ok) throw new Error("The offer is not read");
}

export function measureSdp(): Measurement[] {
  checkAcceptance();
  const time = bestOfRounds(subjects);
  return reported.map(([name, what, atMost]) => ({
    what: `${what}: time of sdpTransform.parse`,
    value: time[name] / time.sdpTransform,
    unit: "×",
    target: atMost === null ? null : { bound: "at most", value: atMost },
    context: `${duration(time[name])} against ${duration(time.sdpTransform)}, ${chromiumOffer.length} units`,
  }));
}

if (import.meta.main) console.log(table(measureSdp()));
