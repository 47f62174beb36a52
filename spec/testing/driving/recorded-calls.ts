import type { Played } from "../simulated/script.ts";

/** A call as it was made: of which peer connection, and in a few words what came of it. */
export interface RecordedCall {
  readonly call: string;
  outcome: string;
}

const methods = ["createOffer", "createAnswer", "setLocalDescription", "setRemoteDescription"] as const;

/**
 * Writes down the calls of a peer connection, by the name that it has.
 *
 * @returns ends that
 */
export function recordCalls(pc: Played, name: string, record: RecordedCall[]): () => void {
  let isOver = false;
  for (const method of methods) {
    const make = (pc[method] as (...args: unknown[]) => Promise<unknown>).bind(pc);
    const recorded = (...args: unknown[]): Promise<unknown> => {
      const entry: RecordedCall = { call: `${name}.${method}`, outcome: "unsettled" };
      record.push(entry);
      const call = make(...args);
      call.then(
        () => {
          entry.outcome = `applied ${pc.signalingState}`;
        },
        (error: Error) => {
          entry.outcome = `${error.name} ${pc.signalingState}`;
        },
      );
      return call;
    };
    Object.defineProperty(pc, method, { value: recorded });
  }
  const close = pc.close.bind(pc);
  Object.defineProperty(pc, "close", {
    value: () => {
      close();
      if (!isOver) record.push({ call: `${name}.close`, outcome: `applied ${pc.signalingState}` });
    },
  });
  return () => {
    isOver = true;
  };
}
