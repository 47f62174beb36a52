import { success } from "../../result.ts";
import { close as closeSession } from "../../session/close.ts";
import { changeTransceivers, emit, isClosed } from "../draft.ts";
import { returnFrom } from "../rejection/call-rejection.ts";
import { listedItems, noItems } from "../structure/list.ts";
import { emptyQueue } from "../structure/queue.ts";
import { stopTransceiver } from "../transceivers/stop-the-transceiver.ts";
import type { ReadCall } from "./arguments/arguments.ts";

/**
 * close(). The operations and tasks are forgotten: each would find the connection closed, and do nothing.
 *
 * @see https://w3c.github.io/webrtc-pc/#dfn-close-the-connection
 */
export const closeConnection: ReadCall = () =>
  success((draft, call) => {
    if (isClosed(draft)) return returnFrom(draft, call);
    draft.session = closeSession(draft.session).session;
    changeTransceivers(draft, (transceiver) =>
      transceiver.stopped ? transceiver : stopTransceiver(draft, transceiver),
    );
    for (const { channel } of listedItems(draft.dataChannels)) emit(draft, { type: "close-data-channel", channel });
    if (draft.sctpTransport !== null) emit(draft, { type: "close-sctp-transport" });
    for (const transport of draft.openTransports) emit(draft, { type: "close-transport", transport });
    emit(draft, { type: "destroy-ice-agent" });
    draft.openTransports = Object.freeze([]);
    draft.operations = emptyQueue;
    draft.progress = null;
    draft.tasks = emptyQueue;
    draft.earlyCandidates = noItems;
    draft.updateNegotiationNeededFlagOnEmptyChain = false;
    returnFrom(draft, call);
  });
