#!/usr/bin/env bash
# Installs the packed tarball in a scratch project, and runs the README's example there as ESM, as CJS and as type-checked
# TypeScript, the other entries without fast-check, and the command: on the Node that the tools use, and on the machine's own.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

npm pack --silent --pack-destination "$scratch" "$root" >/dev/null
cd "$scratch"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund ./jsep-machine-*.tgz

# The README's first ts block is the example.
awk '/^```ts$/ { on = 1; next } /^```$/ { if (on) exit } on' "$root/README.md" >example.ts
grep -v '^import type' example.ts >example.mjs
sed -E 's/^import \{(.*)\} from "(.*)";/const {\1} = require("\2");/' example.mjs >example.cjs

cat >entries.mjs <<'JS'
import { createOracle, judge } from "jsep-machine/oracle";
import { observe } from "jsep-machine/observe";
import { checkImplementation } from "jsep-machine/testing";

const closing = judge(createOracle(), { call: "close", outcome: "applied", signalingState: "stable" });
console.log(closing.differences[0].code, typeof observe);
await checkImplementation(() => ({})).catch((error) => console.log(error.message));
JS
sed -E 's/^import \{(.*)\} from "(.*)";/const {\1} = require("\2");/; s/^await //' entries.mjs >entries.cjs

cat >tsconfig.json <<'JSON'
{
  "compilerOptions": {
    "noEmit": true, "strict": true, "module": "nodenext", "target": "es2022", "lib": ["es2022", "dom"], "types": []
  },
  "files": ["example.ts"]
}
JSON
"$root/node_modules/.bin/tsc" -p tsconfig.json

for node in "$root/node_modules/.bin/node" "${npm_node_execpath:-node}"; do
  "$node" example.mjs >esm.txt
  "$node" example.cjs >cjs.txt
  diff esm.txt cjs.txt
  grep -q InvalidStateError esm.txt
  "$node" entries.mjs >esm.txt
  "$node" entries.cjs >cjs.txt
  diff esm.txt cjs.txt
  grep -q 'wrong-state-close-in-stable function' esm.txt
  grep -q 'needs the package fast-check' esm.txt
  echo '{"id":1,"op":"hello"}' | "$node" node_modules/jsep-machine/dist/cli.js serve | grep -q '"version":1'
  "$node" -p 'require("jsep-machine/vectors/transitions.json").cases.length' | grep -q '^144$'
  status=0
  "$node" node_modules/jsep-machine/dist/cli.js replay "$root/captures/double-answer.internals.json.gz" >replay.txt ||
    status=$?
  [ "$status" -eq 1 ]
  grep -q 'ILLEGAL CALL' replay.txt
  printf 'packed tarball: ESM, CJS, TypeScript and the command work on Node %s\n' "$("$node" --version)"
done
