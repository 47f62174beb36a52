// A process that answers lines with lines, and its one client, who keeps its pipe full.
import { spawn } from "node:child_process";
import { once } from "node:events";
import type { Readable, Writable } from "node:stream";
import { fileURLToPath } from "node:url";
import type { MemoryUse } from "./serve-memory.ts";

/** A process that answers. */
export interface Answering {
  /** Sends lines, all at once, and takes as many answers. In ms. */
  time(lines: Buffer, count: number): Promise<number>;
  /** The same, for what it answers. */
  ask(lines: Buffer, count: number): Promise<string[]>;
  memory(): Promise<MemoryUse>;
  /** The time that the processor has spent on it, in ms. */
  spent(): Promise<number>;
  stop(): Promise<void>;
}

const reporter = new URL("./serve-memory.ts", import.meta.url).href;

/** Starts a script. */
export function startAnswering(script: URL, args: readonly string[] = []): Answering {
  const nodeArgs = ["--expose-gc", "--import", reporter, fileURLToPath(script), ...args];
  const child = spawn(process.execPath, nodeArgs, { stdio: ["pipe", "pipe", "inherit", "ipc"] });
  const { stdin, stdout } = child as typeof child & { readonly stdin: Writable; readonly stdout: Readable };

  function exchange(lines: Buffer, count: number, take: (bytes: Buffer) => void): Promise<void> {
    return new Promise((resolve, reject) => {
      let missing = count;
      const died = () => reject(new Error(`${script.pathname} ended before it had answered`));
      const onData = (bytes: Buffer) => {
        take(bytes);
        missing -= linesIn(bytes);
        if (missing > 0) return;
        stdout.off("data", onData);
        child.off("close", died);
        resolve();
      };
      child.once("close", died);
      stdout.on("data", onData);
      stdin.write(lines);
    });
  }

  return {
    async time(lines, count) {
      const start = performance.now();
      await exchange(lines, count, () => {});
      return performance.now() - start;
    },
    async ask(lines, count) {
      const pieces: Buffer[] = [];
      await exchange(lines, count, (bytes) => pieces.push(bytes));
      return Buffer.concat(pieces).toString("utf8").trimEnd().split("\n");
    },
    async memory() {
      child.send("memory");
      const [use] = await once(child, "message");
      return use as MemoryUse;
    },
    async spent() {
      child.send("time");
      const [time] = await once(child, "message");
      return time as number;
    },
    async stop() {
      stdin.end();
      await once(child, "close");
    },
  };
}

const newline = 0x0a;

function linesIn(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(newline); at !== -1; at = bytes.indexOf(newline, at + 1)) count++;
  return count;
}
