// The entries of the package that are code, as package.json exports them.
import packageJson from "../package.json" with { type: "json" };

/** One entry: what users import, and where its source lies. */
export interface Entry {
  /** Of its files in src/entries/ and dist/: `index` for the package itself. */
  readonly name: string;
  /** What users import: `jsep-machine/sdp`. */
  readonly specifier: string;
  /** From the root of the project. */
  readonly source: string;
}

const isCode = (exported: unknown) => typeof exported === "object";

/** In the order of package.json. */
export const entries: readonly Entry[] = Object.entries(packageJson.exports)
  .filter(([, exported]) => isCode(exported))
  .map(([path]) => {
    const name = path === "." ? "index" : path.replace("./", "");
    return { name, specifier: path.replace(".", packageJson.name), source: `src/entries/${name}.ts` };
  });
