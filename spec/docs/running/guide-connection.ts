import type { Description, SdpType, SignalingState } from "../../../src/entries/index.ts";
import { SlowTransports } from "./slow-transports.ts";

interface Init {
  type?: SdpType | undefined;
  sdp?: string | undefined;
}

/** A peer connection of the guide's class. */
export interface GuideConnection {
  onsignalingstatechange: (() => void) | null;
  readonly signalingState: SignalingState;
  readonly localDescription: Description | null;
  readonly remoteDescription: Description | null;
  createOffer(): Promise<Description>;
  createAnswer(): Promise<Description>;
  setLocalDescription(description?: Init): Promise<void>;
  setRemoteDescription(description: Init): Promise<void>;
  close(): void;
}

/** The guide's class. */
export type GuideClass = new (transports: SlowTransports) => GuideConnection;

/** A peer connection of the guide's class on slow transports, with a log of all that happens to it. */
export interface Logged {
  readonly pc: GuideConnection;
  readonly transports: SlowTransports;
  /** Lines in the words of the sequence diagrams. */
  readonly log: string[];
  /** Makes a call, and logs that it was made and how it is settled. */
  call(method: "setLocalDescription" | "setRemoteDescription", description?: Init): Promise<void>;
  call(method: "createOffer" | "createAnswer"): Promise<void>;
}

/** Makes one. `onLine` runs after each line of the log. */
export function logged(Guide: GuideClass, id: number, onLine = (_line: string): void => {}): Logged {
  const log: string[] = [];
  const write = (line: string) => {
    log.push(line);
    onLine(line);
  };
  const transports = new SlowTransports(id, write);
  const pc = new Guide(transports);
  pc.onsignalingstatechange = () => write(`pc --> app: signalingstatechange: ${pc.signalingState}`);
  async function call(
    method: "createOffer" | "createAnswer" | "setLocalDescription" | "setRemoteDescription",
    description?: Init,
  ) {
    write(`app -> pc: ${method}(${description?.type ?? ""})`);
    const settled =
      method === "createOffer" || method === "createAnswer" ? pc[method]() : pc[method](description as Init);
    await settled.then(
      (value) => write(`pc --> app: ${value === undefined ? "resolved" : `the ${value.type}`}`),
      (error: Error) => write(`pc --> app: rejected: ${error.name}`),
    );
  }
  return { pc, transports, log, call };
}
