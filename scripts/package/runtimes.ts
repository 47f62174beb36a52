// What the package is run on. Each comes from a package of its own that holds the binary, so that no install script runs.
import { join } from "node:path";
import { root, type ScratchProject } from "./scratch-project.ts";

/** Something that runs JavaScript. */
export interface Runtime {
  readonly name: string;
  /** What stands before the file to run. */
  readonly command: (project: ScratchProject) => readonly string[];
  /** What has to be installed for it. */
  readonly packages: Readonly<Record<string, string>>;
}

const nodePackage = `node-${process.platform}-${process.arch}`;

const bunPackage = `@oven/bun-${process.platform}-${process.arch === "arm64" ? "aarch64" : process.arch}`;

function node(version: string): Runtime {
  const alias = `node-${version}`;
  return {
    name: `Node ${version}`,
    command: (project) => [project.installed(`${alias}/bin/node`)],
    packages: { [alias]: `npm:${nodePackage}@${version}` },
  };
}

/** The Node that the tools use, and the machine's own. */
export const nodesHere: readonly Runtime[] = [
  { name: "Node of the tools", command: () => [join(root, "node_modules/.bin/node")], packages: {} },
  { name: "Node of this machine", command: () => [process.env.npm_node_execpath ?? "node"], packages: {} },
];

/** From the lowest that package.json allows. */
export const runtimes: readonly Runtime[] = [
  node("20.0.0"),
  node("20"),
  node("22"),
  node("24"),
  {
    name: "Deno",
    command: (project) => [
      project.installed(".bin/deno"),
      "run",
      "--allow-all",
      "--quiet",
      "--node-modules-dir=manual",
    ],
    packages: { deno: "2" },
  },
  { name: "Bun", command: (project) => [project.installed(`${bunPackage}/bin/bun`)], packages: { [bunPackage]: "1" } },
];
