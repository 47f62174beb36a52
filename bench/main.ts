// The bench: ratios measured in one run, so that they hold on any computer. A report, not a test: it exits 0 whatever
// it finds, and with --check 1 where a target is missed. With --short it only sees that everything still runs.
import { requireBuild } from "./build-output.ts";
import { isMet, table } from "./measurement.ts";
import { isShort } from "./short.ts";
import { measureSizes } from "./size.ts";

requireBuild();
// Loaded only now: these import the built package.
const { measureMemory } = await import("./memory.ts");
const { measureEdges } = await import("./edges.ts");
const { measureConnectionExchange } = await import("./connection-exchange.ts");
const { measureConnectionGrowth } = await import("./connection-growth.ts");
const { measureExchange } = await import("./exchange.ts");
const { measureSdp } = await import("./sdp.ts");
const { measureSdpGrowth } = await import("./sdp-growth.ts");
const { measureServe } = await import("./serve.ts");

// Memory first, while the heap is small and still.
const memory = measureMemory();
const connections = await measureConnectionExchange();
const measurements = [
  memory,
  ...measureEdges(),
  measureExchange(),
  ...connections.measurements,
  ...measureConnectionGrowth(),
  ...measureSdp(),
  ...measureSdpGrowth(),
  ...(await measureServe()),
  ...(await measureSizes()),
];
console.log(table(measurements));
for (const note of connections.notes) console.log(`\n${note}`);
if (isShort) console.log("\nA short run: only the sizes mean something.");
console.log(`\nNode ${process.version}; absolute numbers are context, this computer's and this hour's.`);

if (process.argv.includes("--check") && !measurements.every(isMet)) process.exitCode = 1;
