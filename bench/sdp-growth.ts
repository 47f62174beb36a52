// That time grows with the length and no faster. `node bench/sdp-growth.ts` measures this alone.
import { chromiumOffer } from "./chromium-offer.ts";
import { type Measurement, table } from "./measurement.ts";
import { core, sdp } from "./published.ts";
import { grownLines } from "./sample-lines.ts";

/** Offers that grow, by what they hold many of: three sizes each, the largest the most that is accepted. */
interface Growing {
  readonly what: string;
  readonly sizes: readonly [number, number, number];
  readonly text: (size: number) => string;
}

const growing: readonly Growing[] = [
  { what: "to 1 MiB", sizes: [65_536, 262_144, 1_048_576], text: offerOfLength },
  { what: "to 10,000 m= sections", sizes: [100, 1000, 10_000], text: offerOfSections },
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
const unitsRead = 10 * 1_048_576;

/** Microseconds of this thread a KiB: what other threads take is none of it, and its coarse steps add up to little. */
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
  return [...growing.flatMap(measureGrowth), worstLine(measureLines())];
}

function measureGrowth({ what, sizes, text }: Growing): Measurement[] {
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
}

/** In UTF-16 code units; a line in 1 MiB comes with others. */
const lineSizes = [65_536, 1_048_000] as const;

/** What is quicker than this, in µs a KiB, cannot be told from the collector and the clock. */
const leastOfLine = 4;

/** Squares would be 16. One text alone is read few times: the bound has room for the collector. */
const mostLineGrowth = 4;

/** Of every attribute and every type of line, as many lines and as one long line, well-formed or not: checked and parsed. */
export function measureLines(): Measurement[] {
  return grownLines().map(({ name, shape, text }) => {
    const [small, large] = lineSizes.map((size) => timeOfLine(text(size)));
    const most = Math.max(small ?? 0, leastOfLine);
    return {
      what: `${name}, ${shape}: time a KiB at 1 MiB, of that at 64 KiB`,
      value: Math.max(large ?? 0, leastOfLine) / most,
      unit: "×",
      target: { bound: "at most", value: mostLineGrowth },
      context: `${small?.toFixed(2)}, ${large?.toFixed(2)} µs a KiB`,
    };
  });
}

function worstLine(measurements: readonly Measurement[]): Measurement {
  const worst = measurements.reduce((most, next) => (next.value > most.value ? next : most));
  return { ...worst, what: `The worst of ${measurements.length} texts of one kind of line: ${worst.what}` };
}

/** Of two readings the quicker, in microseconds a KiB. */
function timeOfLine(text: string): number {
  const times = [0, 1].map(() => {
    const count = Math.ceil(lineSizes[1] / text.length);
    const start = threadTime();
    for (let turn = 0; turn < count; turn++) {
      sdp.checkSdp(text, { type: "offer", side: "remote" });
      sdp.parseSdp(text);
    }
    return ((threadTime() - start) / count / text.length) * 1024;
  });
  return Math.min(...times);
}

if (import.meta.main) console.log(table([...growing.flatMap(measureGrowth), ...measureLines()]));
