// Type-checks files in a scratch project as a strict user's compiler does.
import { join } from "node:path";
import { root, type ScratchProject } from "./scratch-project.ts";

/** A version of the compiler. */
export interface Compiler {
  readonly name: string;
  readonly tsc: (project: ScratchProject) => string;
  readonly packages: Readonly<Record<string, string>>;
}

/** The one that the declarations are made with. */
export const compilerHere: Compiler = {
  name: "TypeScript of the tools",
  tsc: () => join(root, "node_modules/typescript/bin/tsc"),
  packages: {},
};

/** The last of every minor version since 5.0. */
export const compilers: readonly Compiler[] = [
  ...["5.0", "5.1", "5.2", "5.3", "5.4", "5.5", "5.6", "5.7", "5.8", "5.9", "6.0", "7.0"].map((version) => ({
    name: `TypeScript ${version}`,
    tsc: (project: ScratchProject) => project.installed(`typescript-${version}/bin/tsc`),
    packages: { [`typescript-${version}`]: `npm:typescript@~${version}.0` },
  })),
];

const strict = {
  noEmit: true,
  strict: true,
  target: "es2022",
  lib: ["es2022", "dom"],
  types: [],
  noUncheckedIndexedAccess: true,
  allowImportingTsExtensions: true,
  // Declarations are judged too.
  skipLibCheck: false,
};

/** Of Node, and of bundlers. */
const resolutions = {
  nodenext: { module: "nodenext" },
  bundler: { module: "esnext", moduleResolution: "bundler" },
} as const;

export interface TypeCheck {
  readonly resolution: keyof typeof resolutions;
  readonly exactOptionalPropertyTypes: boolean;
}

/** What the compiler says of the files and of this package's declarations; empty where it says nothing. */
export function typeErrors(
  project: ScratchProject,
  compiler: Compiler,
  files: readonly string[],
  { resolution, ...check }: TypeCheck,
): string {
  const compilerOptions = { ...strict, ...resolutions[resolution], ...check };
  project.write("tsconfig.json", JSON.stringify({ compilerOptions, files }));
  const { status, printed } = project.run([process.execPath, compiler.tsc(project), "-p", "tsconfig.json"]);
  if (status === 0) return "";
  const errors = printed.split(/\n(?=\S)/);
  // Each begins with a file's name; only an error says so.
  if (!errors.some((error) => error.includes(": error TS"))) return printed || `status ${status}`;
  return errors.filter((error) => !ofAnotherPackage.test(error)).join("\n");
}

// Declarations of others do not all pass exactOptionalPropertyTypes: xstate's for one.
const ofAnotherPackage = /^node_modules\/(?!jsep-machine\/)/;
