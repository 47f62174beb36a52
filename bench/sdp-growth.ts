// That time grows with the length and no faster. `node bench/sdp-growth.ts` measures this alone.
import { chromiumOffer } from "./chromium-offer.ts";
import { type Measurement, table } from "./measurement.ts";
import { core, sdp } from "./published.ts";
import { isShort, sized } from "./short.ts";

/** Offers that grow, by what they hold many of: three sizes each, the largest the most that is accepted. */
interface Growing {
  readonly what: string;
  readonly sizes: readonly [number, number, number];
  readonly text: (size: number) => string;
}

const growing: readonly Growing[] = [
  { what: "to 1 MiB", sizes: isShort ? [8192, 16_384, 32_768] : [65_536, 262_144, 1_048_576], text: offerOfLength },
  { what: "to 10,000 m= sections", sizes: isShort ? [5, 10, 20] : [100, 1000, 10_000], text: offerOfSections },
];

/** What makes time grow with the square would be 16 and more; caches and the collector cost a large text something. */
const mostGrowth = 2;

const calls: Readonly<Record<string, (text: string) => boolean>> = {
  setRemoteDescription: (text) => {
    const outcome = core.setRemoteDescription(core.createSession(), { type: "offer", sdp: text });
    return outcome.kind === "applied";
  },
  parseSdp: (text) => sdp.parseSdp(text).ok,
  checkSdp: (text) => sdp.checkSdp(text, { type: "offer", side: "remote" }).every(({ error }) => error === null),
};

/** The Chromium offer, its m= sections again and again in one group, cut where the next would be too many. */
function offerOfLength(length: number): string {
  const [session = "", ...sections] = chromiumOffer.split(/(?=^m=)/m);
  const text = (count: number) => {
    const mids = Array.from({ length: count }, (_, mid) => mid);
    const bodies = mids.map((mid) => (sections[mid % sections.length] ?? "").replace(/^a=mid:.*$/m, `a=mid:${mid}`));
    return [session.replace(/^a=group:.*$/m, `a=group:BUNDLE ${mids.join(" ")}`), ...bodies].join("");
  };
  const whole = (length / chromiumOffer.length) * sections.length;
  let count = Math.ceil(whole * 1.2);
  while (count > 1 && text(count).length > length) count = Math.min(count - 1, Math.floor(count * 0.99));
  return text(count);
}

/** So many m= sections in one group, with no more than they need. */
function offerOfSections(count: number): string {
  const [session = "", first = ""] = chromiumOffer.split(/(?=^m=)/m);
  const transport = first.split("\r\n").filter((line) => /^a=(ice-ufrag|ice-pwd|fingerprint|setup):/.test(line));
  const mids = Array.from({ length: count }, (_, mid) => mid);
  const own = mids.map((mid) => ["m=audio 9 UDP/TLS/RTP/SAVPF 0", `a=mid:${mid}`, "a=rtcp-mux"].join("\r\n"));
  const group = session
    .replace(/^a=group:.*$/m, `a=group:BUNDLE ${mids.join(" ")}`)
    .replace(/^t=/m, "c=IN IP4 0.0.0.0\r\nt=");
  return [group.trimEnd(), ...transport, ...own, ""].join("\r\n");
}

/** UTF-16 code units that are read at each size, in few calls or many, so that all bear the same of what else goes on. */
const unitsRead = sized(10 * 1_048_576, 1000);

/** Microseconds of this thread for each KiB. Other threads do not count, and the coarse steps of the clock add up to little. */
function timeOfKibibyte(call: (text: string) => boolean, text: string): number {
  const count = Math.ceil(unitsRead / text.length);
  if (!call(text)) throw new Error("A text made to grow is not acceptable");
  const start = threadTime();
  for (let turn = 0; turn < count; turn++) call(text);
  return ((threadTime() - start) / count / text.length) * 1024;
}

function threadTime(): number {
  const { user, system } = process.threadCpuUsage();
  return user + system;
}

export function measureSdpGrowth(): Measurement[] {
  return growing.flatMap(({ what, sizes, text }) => {
    const texts = sizes.map(text);
    return Object.entries(calls).map(([name, call]) => {
      const times = texts.map((grown) => timeOfKibibyte(call, grown));
      const [small = Number.NaN, , large = Number.NaN] = times;
      const lengths = texts.map(({ length }) => Math.round(length / 1024)).join(", ");
      return {
        what: `${name}, ${what}: time a KiB, of the smallest text's`,
        value: large / small,
        unit: "×",
        target: { bound: "at most", value: mostGrowth },
        context: `${times.map((time) => time.toFixed(2)).join(", ")} µs a KiB at ${lengths} KiB`,
      };
    });
  });
}

if (import.meta.main) console.log(table(measureSdpGrowth()));
