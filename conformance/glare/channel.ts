import type { Random } from "./random.ts";

/** A slow signaling channel between two negotiators in one page. It keeps the order, and hands over one message at a time. */
export interface Channel<Message> {
  /** Sends a copy of the message: text, as on any channel between two machines. */
  send(message: Message): void;
  isEmpty(): boolean;
}

/** A channel that delays each message by up to 12 ms, so that offers cross. */
export function channel<Message>(random: Random, deliver: (message: Message) => Promise<void>): Channel<Message> {
  let waiting = 0;
  let last: Promise<void> = Promise.resolve();
  return {
    send(message) {
      const text = JSON.stringify(message);
      const delay = random(12);
      waiting++;
      last = last
        .then(() => new Promise<void>((arrived) => setTimeout(arrived, delay)))
        .then(() => deliver(JSON.parse(text)))
        .finally(() => waiting--);
    },
    isEmpty: () => waiting === 0,
  };
}
