// What a browser downloads of the built package: bundled, minified, gzipped. With --check, too much exits 1.
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import packageJson from "../package.json" with { type: "json" };
import { entries } from "../scripts/entries.ts";
import * as connection from "../src/entries/connection.ts";
import { coreEntry, requireBuild, root, sdpEntry } from "./build-output.ts";
import { isMet, type Measurement, table } from "./measurement.ts";

interface Subject {
  readonly what: string;
  readonly source: string;
  readonly external: readonly string[];
  /** In bytes; null where the size is only reported. */
  readonly limit: number | null;
  /** What is not counted: only what comes on top of it is. */
  readonly beyond?: string;
}

/** Who imports nothing that makes SDP downloads none of it. */
const connectionWithoutSdp = Object.keys(connection)
  .filter((name) => !/^create.*(Sdp|Description)$/.test(name))
  .join(", ");

const subjects: readonly Subject[] = [
  {
    what: "Size of import { nextSignalingState }",
    source: `export { nextSignalingState } from "${coreEntry}";`,
    external: [],
    limit: 1000,
  },
  {
    what: "Size of the core, judging of SDP included",
    source: `export * from "${coreEntry}";`,
    external: ["sdp-transform"],
    limit: 21700,
  },
  {
    what: "Size of the core and the sdp entry, no sdp-transform",
    source: `export * from "${coreEntry}"; export * from "${sdpEntry}";`,
    external: ["sdp-transform"],
    limit: 28700,
  },
  {
    what: "Size that the connection adds to the core, making of SDP aside",
    source: `export * from "${coreEntry}"; export { ${connectionWithoutSdp} } from "./dist/connection.js";`,
    external: ["sdp-transform"],
    limit: 20000,
    beyond: `export * from "${coreEntry}";`,
  },
  {
    what: "Size that making offers and answers adds to the core",
    source: `export * from "${coreEntry}"; export { createAnswerSdp, createOfferSdp } from "./dist/connection.js";`,
    external: ["sdp-transform"],
    limit: 8500,
    beyond: `export * from "${coreEntry}";`,
  },
  {
    what: "Size that the fake adds to the connection",
    source: `export * from "./dist/connection.js"; export * from "./dist/fake.js";`,
    external: [],
    limit: 31000,
    beyond: `export * from "./dist/connection.js";`,
  },
  {
    what: "Size of the fake with everything that it needs",
    source: `export * from "./dist/fake.js";`,
    external: [],
    limit: 73800,
  },
  ...entries.map(({ name, specifier }) => ({
    what: `Size of ${specifier} and what it uses, without other packages`,
    source: `export * from "./dist/${name}.js";`,
    external: Object.keys({ ...packageJson.dependencies, ...packageJson.peerDependencies }),
    limit: null,
  })),
];

/** The sizes of the built package, one for each subject. */
export function measureSizes(): Promise<Measurement[]> {
  return Promise.all(subjects.map(measure));
}

async function measure({ what, source, external, limit, beyond }: Subject): Promise<Measurement> {
  const whole = await bundle(source, external);
  const apart = beyond === undefined ? { bytes: 0, gzipped: 0 } : await bundle(beyond, external);
  return {
    what,
    value: whole.gzipped - apart.gzipped,
    unit: "bytes",
    target: limit === null ? null : { bound: "at most", value: limit },
    context: `${whole.bytes - apart.bytes} before gzip`,
  };
}

async function bundle(source: string, external: readonly string[]): Promise<{ bytes: number; gzipped: number }> {
  const { outputFiles } = await build({
    stdin: { contents: source, resolveDir: fileURLToPath(root) },
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    external: [...external],
    write: false,
    logLevel: "error",
  });
  const [file] = outputFiles;
  if (file === undefined) throw new Error(`nothing was bundled of ${source}`);
  return { bytes: file.contents.length, gzipped: gzipSync(file.contents, { level: 9 }).length };
}

if (import.meta.main) {
  requireBuild();
  const sizes = await measureSizes();
  console.log(table(sizes));
  if (process.argv.includes("--check") && !sizes.every(isMet)) process.exitCode = 1;
}
