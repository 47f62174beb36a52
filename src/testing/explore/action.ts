import type { ExploredPeer } from "./peer.ts";

/** The actions that are ready to use, by their names. */
export const readyActions = {
  addTransceiver: ({ pc }) => void pc.addTransceiver("audio"),
  addVideoTransceiver: ({ pc }) => void pc.addTransceiver("video"),
  addTrack: ({ pc, createTrack }) => void pc.addTrack(createTrack("audio")),
  removeTrack: ({ pc }) => {
    // biome-ignore lint/suspicious/noExplicitAny: a program may have no types of the DOM
    const sender = pc.getSenders().find(({ track }: any) => track !== null);
    if (sender !== undefined) pc.removeTrack(sender);
  },
  stopTransceiver: ({ pc }) => pc.getTransceivers()[0]?.stop(),
  sendOnly: ({ pc }) => {
    const [transceiver] = pc.getTransceivers();
    if (transceiver !== undefined) transceiver.direction = "sendonly";
  },
  createDataChannel: ({ pc }) => void pc.createDataChannel("explored"),
  restartIce: ({ pc }) => pc.restartIce(),
  close: ({ pc }) => pc.close(),
} as const satisfies Readonly<Record<string, (peer: ExploredPeer) => void>>;

/** The name of an action that is ready to use. */
export type ActionName = keyof typeof readyActions;

/** What an application does, as code. */
export type ActionCode = (peer: ExploredPeer) => unknown;

/**
 * Something that the application does once, at a moment of the exploration's choice: at both sides, or at that of `peer`.
 * Those of one side are done in their order.
 */
export type ApplicationAction =
  | ActionName
  | ActionCode
  | { readonly peer?: "a" | "b" | undefined; readonly do: ActionName | ActionCode; readonly name?: string | undefined };

/** An action of one side. */
export interface SideAction {
  readonly name: string;
  readonly run: ActionCode;
}

/** The actions of one side, in their order. */
export function actionsOf(side: "a" | "b", actions: readonly ApplicationAction[]): readonly SideAction[] {
  return actions.flatMap((action) => {
    const { peer, do: what, name } = typeof action === "object" ? action : { do: action };
    if (peer !== undefined && peer !== side) return [];
    if (typeof what === "string") return [{ name: name ?? what, run: readyActions[what] }];
    return [{ name: name ?? (what.name || "acts"), run: what }];
  });
}
