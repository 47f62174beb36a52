// Checks the types with both compilers in use: 6, which the declarations are built with, and 7. Each by its path, since
// both packages bring a `tsc`.
import { spawnSync } from "node:child_process";

const compilers = ["typescript", "typescript-7"];
// The library without Node's types, the page with the DOM's, then everything with Node's, and what drives the page.
const projects = ["tsconfig.json", "tsconfig.viewer.json", "tsconfig.node.json", "scripts/viewer/tsconfig.json"];

for (const compiler of compilers) {
  for (const project of projects) {
    const { status } = spawnSync(process.execPath, [`node_modules/${compiler}/bin/tsc`, "-p", project], {
      stdio: "inherit",
    });
    console.log(`${compiler} ${project}: ${status === 0 ? "no errors" : "errors"}`);
    if (status !== 0) process.exitCode = 1;
  }
}
