import { returnsPromise } from "../../../../connection/calls/methods.ts";
import type { MethodCall } from "../../../../connection/input.ts";
import { memberOf } from "../../../../oracle/evidence/plain-data.ts";
import { createdDescription } from "../../../peer-connection.ts";
import type { Argument } from "../../calls/argument.ts";
import type { CallUnderWay } from "../call-under-way.ts";
import type { OverlappingPair, OverlappingPeer } from "../overlapping-pair.ts";
import { endOf, rest } from "../rest.ts";
import type { Wait } from "./connection-action.ts";

/** A call as an implementation takes it: its code, and what makes it. */
export interface CodedCall {
  readonly code: string;
  readonly make: () => unknown;
  /** Is that what the call must return, for the transceiver of that id? */
  readonly isReturned?: (value: unknown, id: number) => boolean;
}

/** Calls a method of a peer connection, as the model's call says it. */
export function callByName(
  pair: OverlappingPair,
  peer: OverlappingPeer,
  wait: Wait,
  call: MethodCall,
  args: readonly Argument[],
): Promise<void> | null {
  const { pc, name } = peer;
  const code = `${name}.${call.method}(${args.map((argument) => argument.code).join(", ")})`;
  const make = () =>
    Reflect.apply(
      memberOf(pc, call.method) as () => unknown,
      pc,
      args.map(({ value }) => value),
    );
  return makeCall(pair, peer, wait, call, { code, make });
}

/** Makes a call on both the implementation and its model. Gives what is waited for then; null where nothing is. */
export function makeCall(
  pair: OverlappingPair,
  peer: OverlappingPeer,
  wait: Wait,
  method: MethodCall,
  { code, make, isReturned = () => true }: CodedCall,
): Promise<void> | null {
  const place = pair.askedFor++;
  if (pair.skipped.has(place) || peer.followed.isLost) return null;
  let ended: () => void = () => undefined;
  const end = new Promise<void>((resolve) => {
    ended = resolve;
  });
  const call: CallUnderWay = { id: pair.calls.length, code, settlement: null, overtaken: false, ended };
  const type = method.method === "createOffer" ? "offer" : method.method === "createAnswer" ? "answer" : null;
  const constant = type === null ? null : `${type}${pair.calls.length + 1}`;
  pair.calls.push({ peer, method: method.method, call, constant, wait, place, differences: [] });
  if (returnsPromise(method.method)) {
    peer.followed.callLater(call, method, make);
    if (type !== null) end.then(() => noteCreated(peer, call, type, constant ?? ""));
    if (wait === "settled") return endOf(end, pair);
  } else peer.followed.callNow(call, method, make, isReturned);
  return wait === "rest" ? rest(pair) : null;
}

function noteCreated(peer: OverlappingPeer, { settlement }: CallUnderWay, type: "offer" | "answer", constant: string) {
  const created = settlement?.outcome === "applied" ? createdDescription(settlement.value) : null;
  if (created !== null) peer.created[type] = { sdp: created.sdp, code: `made.${constant}.sdp` };
}
