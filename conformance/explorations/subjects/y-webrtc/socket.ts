import type { ExploredPeer } from "../../../../src/entries/testing.ts";

/** What a client of the signaling server sends. */
interface SignalingMessage {
  readonly type: "subscribe" | "unsubscribe" | "publish" | "ping";
}

/** The WebSocket of a side: what it publishes goes to the other side, which hears it once it has subscribed. */
export function socketTo(side: ExploredPeer): object {
  return class {
    onopen: (() => void) | null = null;
    onmessage: ((event: { readonly data: string }) => void) | null = null;
    onclose: (() => void) | null = null;
    #isSubscribed = false;

    constructor() {
      setTimeout(() => this.onopen?.());
      side.onMessage((text) => {
        if (this.#isSubscribed) this.onmessage?.({ data: text as string });
      });
    }

    send(text: string): void {
      const { type } = JSON.parse(text) as SignalingMessage;
      if (type === "publish") side.send(text);
      else if (type !== "ping") this.#isSubscribed = type === "subscribe";
    }

    close(): void {
      this.#isSubscribed = false;
      this.onclose?.();
    }
  };
}
