import type { Effect } from "../../../src/entries/connection.ts";
import type { SdpType, Side } from "../../../src/entries/index.ts";

/** Transports for the guide's class that take their time, and fail where they should. */
export class SlowTransports {
  /** Which descriptions they cannot apply, by side and type. */
  cannotApply: readonly string[] = [];
  readonly #id: number;
  readonly #log: (line: string) => void;
  #created = 0;

  /** `log` receives what they are asked to do, in the words of the sequence diagrams. */
  constructor(id: number, log: (line: string) => void) {
    this.#id = id;
    this.#log = log;
  }

  async createDescription(type: "offer" | "answer"): Promise<string> {
    this.#log(`pc -> transports: createDescription(${type})`);
    await later();
    this.#created += 1;
    return dataChannel(this.#id, this.#created, type === "offer" ? "actpass" : "active");
  }

  async apply(side: Side, { type }: { type: SdpType }): Promise<void> {
    this.#log(`pc -> transports: apply(${type})`);
    await later();
    if (!this.cannotApply.includes(`${side} ${type}`)) return;
    this.#log("transports --> pc: fails");
    throw new Error("no socket left");
  }

  carryOut({ type }: Effect): void {
    this.#log(`pc -> transports: ${type}`);
  }

  stop(): void {
    this.#log("pc -> transports: stop");
  }

  queueTask(task: () => void): void {
    setImmediate(task);
  }
}

/** Resolves after that many turns of the event loop: unlike a time, that does not depend on how busy the machine is. */
export async function later(turns = 4): Promise<void> {
  for (let turn = 0; turn < turns; turn++) await new Promise((resolve) => setImmediate(resolve));
}

/** The SDP of a peer connection with one data channel on a transport of its own. */
export function dataChannel(id: number, version: number, setup: "actpass" | "active"): string {
  return [
    ...["v=0", `o=- ${id} ${version} IN IP4 127.0.0.1`, "s=-", "t=0 0"],
    ...["m=application 9 UDP/DTLS/SCTP webrtc-datachannel", "c=IN IP4 0.0.0.0", "a=mid:0", "a=sctp-port:5000"],
    ...[`a=ice-ufrag:user${id}`, `a=ice-pwd:${String(id).repeat(22)}`, `a=setup:${setup}`],
    ...[`a=fingerprint:sha-256 ${Array(32).fill(`0${id}`).join(":")}`, ""],
  ].join("\r\n");
}
