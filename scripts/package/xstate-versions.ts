// The machine beside the lowest xstate that package.json allows, and beside the newest.
import { readFileSync } from "node:fs";
import packageJson from "../../package.json" with { type: "json" };
import { ScratchProject } from "./scratch-project.ts";
import { compilerHere, typeErrors } from "./type-checks.ts";

const range = packageJson.peerDependencies.xstate;
const lowest = range.replace("^", "");

const react = { react: "^19.0.0", "@types/react": "^19.0.0" };

/** What is installed; the versions of @xstate/react say which xstate they need at least. */
const versions: readonly Readonly<Record<string, string>>[] = [
  { xstate: lowest, "@xstate/react": "6.0.0", ...react },
  { xstate: range, "@xstate/react": "^6.0.0", ...react },
];

const program = new URL("./programs/machine-uses.mts", import.meta.url);
const reactProgram = new URL("./programs/react-uses.mts", import.meta.url);

const printed = "stable answer-in-wrong-state\nhave-remote-offer\nclosed\n";

/** A line for each version that works; throws at the first that does not. */
export function* machineOnXstateVersions(tarball: string, strip: (typescript: string) => string): Generator<string> {
  for (const packages of versions) {
    const project = new ScratchProject();
    project.install(tarball, packages);
    const installed = JSON.parse(readFileSync(project.installed("xstate/package.json"), "utf8")) as { version: string };
    const name = `xstate ${installed.version}`;
    const files = { "machine-uses.mts": program, "react-uses.mts": reactProgram };
    for (const [file, source] of Object.entries(files)) project.write(file, readFileSync(source, "utf8"));
    for (const exactOptionalPropertyTypes of [true, false]) {
      const check = { resolution: "nodenext", exactOptionalPropertyTypes } as const;
      const errors = typeErrors(project, compilerHere, Object.keys(files), check);
      if (errors !== "") throw new Error(`${name}, ${JSON.stringify(check)}:\n${errors}`);
    }
    project.write("machine-uses.mjs", strip(readFileSync(program, "utf8")));
    const ended = project.run([process.execPath, "machine-uses.mjs"]);
    if (ended.status !== 0 || ended.printed !== printed) throw new Error(`${name}:\n${ended.printed}`);
    yield `${name}: createActor, setup({ actors }), transition() and @xstate/react's useActor type-check; the machine runs`;
  }
}
