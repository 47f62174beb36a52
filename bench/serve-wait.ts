// How long a hostile session of `serve` holds up an ordinary one: answers come in the order of the requests, so an
// ordinary request waits for the hostile one before it.

import { command, requireBuild, root } from "./build-output.ts";
import { grown, hostileShapes } from "./hostile-shapes.ts";
import { isMet, type Measurement, table } from "./measurement.ts";
import { startAnswering } from "./serve-process.ts";
import { sized } from "./short.ts";

const create = (session: string) => ({ op: "create", session });
const offer = (session: string, sdp: string) => ({
  op: "setRemoteDescription",
  session,
  description: { type: "offer", sdp },
  brief: true,
});
const ordinary = { op: "next", state: "stable", side: "remote", type: "offer" };

const lineOf = (request: object) => `${JSON.stringify(request)}\n`;
const mebibyte = 1024 ** 2;
const longest = sized(mebibyte, mebibyte / 64);

/** What a hostile client sends before an ordinary request: as long as is judged, and as long as is read. */
function hostileRequests(): [name: string, preparation: string, request: string][] {
  const descriptions = Object.keys(hostileShapes).flatMap((name): [string, string, string][] => {
    const request = lineOf(offer("hostile", grown(name, longest)));
    const first = lineOf(create("hostile"));
    return [
      [`offer of ${name}`, first, request],
      [`the same again: ${name}`, first + request, request],
    ];
  });
  const line = (text: string) => `{"op":"next","state":[${text.repeat((8 * longest - 100) / text.length)}0]}\n`;
  return [
    ...descriptions,
    ["a line of objects", lineOf(create("hostile")), line("{},")],
    ["a line of numbers", lineOf(create("hostile")), line("1,")],
    ["a line of escapes", lineOf(create("hostile")), line('"\\u0041",')],
    ["a line of brackets", lineOf(create("hostile")), `${"[".repeat(8 * longest)}\n`],
  ];
}

/** The worst wait of an ordinary request that is sent right after a hostile one, in time of the process itself. */
export async function measureWaits(): Promise<Measurement> {
  const serve = startAnswering(new URL(command, root), ["serve"]);
  const alone = Buffer.from(lineOf(ordinary));
  for (let warm = 0; warm < 100; warm++) await serve.time(alone, 1);
  const waits: { name: string; wait: number }[] = [];
  for (const [name, preparation, request] of hostileRequests()) {
    await serve.time(Buffer.from(preparation), preparation.split("\n").length - 1);
    const before = await serve.spent();
    await serve.time(Buffer.from(request + lineOf(ordinary)), 2);
    const wait = (await serve.spent()) - before;
    await serve.time(Buffer.from(lineOf({ op: "drop", session: "hostile" })), 1);
    waits.push({ name, wait });
  }
  await serve.stop();
  waits.sort((one, other) => other.wait - one.wait);
  const worst = waits.slice(0, 3).map(({ name, wait }) => `${name} ${wait.toFixed(0)} ms`);
  return {
    what: "serve: the worst wait of an ordinary request behind a hostile one of another session",
    value: waits[0]?.wait ?? Number.NaN,
    unit: "ms",
    target: null,
    context: `${worst.join(", ")}; of ${waits.length} hostile requests`,
  };
}

if (import.meta.main) {
  requireBuild();
  const measurements = [await measureWaits()];
  console.log(table(measurements));
  if (process.argv.includes("--check") && !measurements.every(isMet)) process.exitCode = 1;
}
