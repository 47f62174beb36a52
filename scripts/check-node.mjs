// The tools need a newer Node than the library. It comes as the devDependency `node`, whose install script some npm
// versions block: then the host's own Node would run in its place, in silence.
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `The tools need Node 22.18 or later and run on ${process.version}: was the install script of "node" blocked?`,
  );
  process.exitCode = 1;
}
