import { spawnSync } from "node:child_process";

/** Installs the Debian packages that are missing, where apt-get can. Returns a complaint if it failed. */
export function installDebianPackages(wanted: readonly string[]): string | null {
  const missing = wanted.filter((name) => debianVersion(name) === null);
  if (missing.length === 0 || !hasCommand("apt-get")) return null;
  if (process.getuid?.() !== 0) return `only root can install packages: apt-get install ${missing.join(" ")}`;
  console.log(`installing Debian packages: ${missing.join(" ")} …`);
  const done = aptGet("update") && aptGet("install", "--yes", "--no-install-recommends", ...missing);
  return done ? null : `apt-get could not install ${missing.join(" ")}`;
}

/** The version of a Debian package; null if it is not installed, or the system is not Debian. */
export function debianVersion(name: string): string | null {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is dpkg-query that fills this in
  const format = "${db:Status-Status} ${Version}";
  const { stdout } = spawnSync("dpkg-query", ["--show", "--showformat", format, name], { encoding: "utf8" });
  const [status, version] = (stdout ?? "").split(" ");
  return status === "installed" && version !== undefined ? version : null;
}

function hasCommand(name: string): boolean {
  return spawnSync(name, ["--version"], { stdio: "ignore" }).error === undefined;
}

function aptGet(...args: readonly string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  return spawnSync("apt-get", [...args], { env, stdio: ["ignore", "ignore", "inherit"] }).status === 0;
}
