import type { WorldClasses } from "../../fake/world/classes.ts";

// biome-ignore lint/suspicious/noExplicitAny: of a program that has no types of the DOM, nothing more is known
type AnyConnection = typeof globalThis extends { readonly RTCPeerConnection: new (...values: any[]) => infer Instance }
  ? Instance
  : // biome-ignore lint/suspicious/noExplicitAny: likewise
    any;

/** One side, as the code under exploration sees it. */
export interface ExploredPeer {
  /** Its RTCPeerConnection, which is made when it is first asked for. */
  readonly pc: AnyConnection;
  readonly name: "a" | "b";
  /** Of the two sides, "b" is polite. */
  readonly polite: boolean;
  /** Sends to the other side what JSON can carry. */
  send(message: unknown): void;
  /** What takes the messages of the other side. Until it is set, they wait. */
  onMessage(handler: (message: unknown) => unknown): void;
  /** The fake's classes, for code that is given them. The globals of the same names are these, too. */
  readonly classes: WorldClasses;
  /** A track of the fake microphone or camera. */
  createTrack(
    kind: "audio" | "video",
  ): WorldClasses["MediaStreamTrack"] extends { readonly prototype: infer Track } ? Track : unknown;
}

/** The code under exploration: it is called once for each side. */
export type NegotiationCode = (peer: ExploredPeer) => unknown;
