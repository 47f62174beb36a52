// Runs in a page.
import { observe } from "../../src/entries/observe.ts";

// As far as they are used here: the scripts are checked without the DOM's types.
interface PeerConnection {
  setLocalDescription(): Promise<void>;
  setRemoteDescription(description: unknown): Promise<void>;
  addTransceiver(kind: string): void;
  restartIce(): void;
  readonly localDescription: unknown;
}
declare const RTCPeerConnection: new () => PeerConnection & Parameters<typeof observe>[0];

async function renegotiate(rounds: number): Promise<string> {
  const ends = ["caller", "callee"].map((id) => {
    const connection = new RTCPeerConnection();
    return { connection, observer: observe(connection, { id }) };
  });
  for (let round = 0; round < rounds; round += 1) {
    const [offerer, answerer] = round % 3 === 2 ? [...ends].reverse() : ends;
    if (offerer === undefined || answerer === undefined) throw new Error("two ends");
    if (round % 10 === 9) offerer.connection.restartIce();
    else if (round < 6) offerer.connection.addTransceiver(round % 2 === 0 ? "audio" : "video");
    await exchange(offerer.connection, answerer.connection);
  }
  const [first = "", second = ""] = ends.map(({ observer }) => observer.trace());
  return merged(first, second);
}

async function exchange(offerer: PeerConnection, answerer: PeerConnection): Promise<void> {
  await offerer.setLocalDescription();
  await answerer.setRemoteDescription(offerer.localDescription);
  await answerer.setLocalDescription();
  await offerer.setRemoteDescription(answerer.localDescription);
}

/** Two dumps of one connection each as one dump: the times of a dump are the running sum over its lines. */
function merged(one: string, other: string): string {
  const [magic = "", header = ""] = one.split("\n");
  const lines = [one, other].flatMap((dump) => {
    let time = 0;
    return dump
      .split("\n")
      .slice(2)
      .filter((line) => line !== "")
      .map((line) => {
        const fields: unknown[] = JSON.parse(line);
        time += Number(fields.pop());
        return { fields, time };
      });
  });
  let before = 0;
  const written = lines
    .sort((first, second) => first.time - second.time)
    .map(({ fields, time }) => {
      const elapsed = time - before;
      before = time;
      return JSON.stringify([...fields, elapsed]);
    });
  return `${[magic, header, ...written].join("\n")}\n`;
}

Object.assign(globalThis, { renegotiate });
