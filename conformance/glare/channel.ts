import type { Random } from "./random.ts";

/** A signaling channel between two negotiators in one page: slow, in order, each message handled before the next. */
export interface Channel<Message> {
  /** Sends the message as it is now: as text, like any channel between two machines. */
  send(message: Message): void;
  isEmpty(): boolean;
}

/** A channel that takes up to 12 ms for a message, so that offers cross. */
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
