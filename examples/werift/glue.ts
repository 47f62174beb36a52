// All that stands between an application, the connection, and a stack. Any stack can have it as it is.

import type { Effect, Input, MethodCall, Work } from "jsep-machine/connection";
import { type ConnectionOptions, callException, createConnection, step } from "jsep-machine/connection";

interface Settling {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

/** `doWork` gives the SDP that was created, or nothing; `carryOut` fires events and drives media and transports. */
export function connect(
  doWork: (work: Work) => Promise<string | undefined>,
  carryOut: (effect: Effect) => void,
  options?: ConnectionOptions,
) {
  let connection = createConnection(options);
  let calls = 0;
  const open = new Map<unknown, Settling>();
  let returned: Effect | null = null;

  function report(input: Input): void {
    const next = step(connection, input);
    connection = next.connection;
    for (const effect of next.effects) {
      if (connection !== next.connection && connection.session.signalingState === "closed") return; // by a listener
      obey(effect);
    }
  }
  function inTask(input: Input): void {
    setTimeout(() => report(input), 0);
  }
  function obey(effect: Effect): void {
    if (effect.type === "return" || effect.type === "throw") returned = effect;
    else if (effect.type === "resolve")
      open.get(effect.call)?.resolve(effect.value === null ? undefined : { ...effect.value });
    else if (effect.type === "reject") open.get(effect.call)?.reject(callException(effect.rejection));
    else if (effect.type === "react") queueMicrotask(() => report({ type: "reaction", operation: effect.operation }));
    else if (effect.type === "queue-task") inTask({ type: "task", task: effect.task });
    else if (effect.type === "start") start(effect.operation, effect.work);
    else carryOut(effect);
  }
  function start(operation: number, work: Work): void {
    doWork(work).then(
      (sdp) => inTask(sdp === undefined ? { type: "applied", operation } : { type: "created", operation, sdp }),
      (error: unknown) => inTask({ type: "failed", operation, message: String(error) }),
    );
  }
  return {
    get connection() {
      return connection;
    },
    report,
    /** A promise for the methods that return one; for the others what they return, or their exception. */
    call(method: MethodCall): unknown {
      const call = calls++;
      const promise = new Promise((resolve, reject) => open.set(call, { resolve, reject }));
      returned = null;
      report({ type: "call", call, ...method });
      const now = returned as Effect | null;
      if (now?.type === "throw") throw callException(now.rejection);
      return now?.type === "return" ? now.value : promise;
    },
  };
}
