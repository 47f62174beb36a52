import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "../command.ts";
import { debianVersion } from "../install/debian-packages.ts";
import { executable, executables } from "./executable.ts";
import type { NativeProgram } from "./native.ts";
import { NotInstalled } from "./stack.ts";

/** The program that judges aiortc, for the first Python in the PATH that has it. @throws NotInstalled */
export function aiortcProgram(): NativeProgram {
  const command = executables("python3").find(
    (python) => spawnSync(python, ["-c", "import aiortc"], { stdio: "ignore" }).status === 0,
  );
  if (command === undefined) throw new NotInstalled("no python3 in the PATH has the module aiortc");
  return { command, args: ["examples/python/judge_aiortc.py", "--json"] };
}

const pionPackage = "golang-github-pion-webrtc.v3-dev";
// Where Debian puts the source of Go packages.
const debianGoPath = "/usr/share/gocode";

/** The program that judges Pion, built. @throws NotInstalled; Error where it cannot be built */
export function pionProgram(): NativeProgram {
  const go = executable("go");
  const version = debianVersion(pionPackage);
  if (version === null) throw new NotInstalled(`the Debian package ${pionPackage} is not installed`);
  // Go finds Debian's packages only without modules, and then finds the examples by a folder named like their module.
  const goPath = mkdtempSync(join(tmpdir(), "conformance-go-"));
  mkdirSync(join(goPath, "src/example"), { recursive: true });
  symlinkSync(join(root, "examples/go"), join(goPath, "src/example/jsep"));
  const command = join(goPath, "judge-pion");
  const env = { ...process.env, GO111MODULE: "off", GOFLAGS: "", GOPATH: `${goPath}:${debianGoPath}` };
  const built = spawnSync(go, ["build", "-o", command, "example/jsep/judge-pion"], { env, encoding: "utf8" });
  if (built.status !== 0) throw new Error(`go build: ${built.stderr.trim()}`);
  return { command, args: ["--json", "--pion-version", version] };
}
