// `npm run bench:hostile`: that time grows with the length for texts made to grow badly, in sessions that hold such
// texts too; and for every rule where two things grow at once. Ten minutes; exits 1 with --check where one grows faster.
import type { Description, DescriptionSlots } from "../src/entries/index.ts";
import { grown, hostileShapes } from "./hostile-shapes.ts";
import { isMet, type Measurement, table } from "./measurement.ts";
import { core, sdp } from "./published.ts";
import { measureProducts } from "./sdp-products.ts";
import { sized } from "./short.ts";

/** In UTF-16 code units. */
const large = sized(1_048_576, 16_384);
const small = large / 8;
/** In ms. */
const leastMeasured = 50;

const slot = (type: Description["type"], text: string): Description => ({ type, sdp: text });
const negotiated = (text: string): DescriptionSlots => ({
  pendingLocalDescription: null,
  pendingRemoteDescription: null,
  currentLocalDescription: slot("offer", text),
  currentRemoteDescription: slot("answer", text),
});
const forking = (text: string): DescriptionSlots => ({
  ...negotiated(text),
  pendingLocalDescription: slot("offer", text),
  pendingRemoteDescription: slot("pranswer", text),
});
// A shape may come out a little longer than asked.
const options = { rtcpMuxPolicy: "negotiate", maxSdpLength: 2 * large } as const;

const calls: Readonly<Record<string, (text: string) => unknown>> = {
  parseSdp: (text) => sdp.parseSdp(text, { maxSdpLength: options.maxSdpLength }),
  offer: (text) => core.setRemoteDescription(core.createSession(options), { type: "offer", sdp: text }),
  "checked answer": (text) =>
    sdp.checkSdp(text, { ...options, type: "answer", side: "remote", session: forking(text) }),
  "checked re-offer": (text) =>
    sdp.checkSdp(text, { ...options, type: "offer", side: "local", session: negotiated(text) }),
};

/** The quickest of three, in ms. */
function quickest(call: (text: string) => unknown, text: string): number {
  const taken = [0, 1, 2].map(() => {
    const start = performance.now();
    call(text);
    return performance.now() - start;
  });
  return Math.min(...taken);
}

function measure(shape: string): Measurement {
  const texts = [small, large].map((length) => grown(shape, length)) as [string, string];
  const longer = texts[1].length / texts[0].length;
  const [before, after] = texts.map((text) => Object.values(calls).map((call) => quickest(call, text)));
  const total = (times: readonly number[] = []) => times.reduce((sum, time) => sum + time, 0);
  return {
    what: `${shape}: time a KiB, of an eighth of the text's`,
    value: total(after) / total(before) / longer,
    unit: "×",
    // Squares would be 8. What takes no time to speak of measures nothing but noise.
    target: total(after) < leastMeasured ? null : { bound: "at most", value: 4 },
    context: Object.keys(calls)
      .map((name, index) => `${name} ${after?.[index]?.toFixed(0)} ms`)
      .join(", "),
  };
}

const measurements = [...Object.keys(hostileShapes).map(measure), ...measureProducts(null)];
console.log(table(measurements));
if (process.argv.includes("--check") && !measurements.every(isMet)) process.exitCode = 1;
