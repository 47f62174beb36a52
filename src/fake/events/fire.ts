import { rtcErrorInterface } from "../error/rtc-error.ts";
import type { Interface, Realm } from "../web-idl/interface.ts";
import { errorEventInterface } from "./events.ts";

/** The part of EventTarget that is used. */
interface Dispatcher {
  dispatchEvent(event: object): boolean;
}

/** Fires a plain event. */
export function fireAt(realm: Realm, target: object, type: string): void {
  dispatchAt(target, new (realm.host.Event as EventClass)(type));
}

/** Fires an event of that interface. */
export function fireEventAt<State extends object>(
  realm: Realm,
  target: object,
  definition: Interface<State>,
  type: string,
  init: object,
): void {
  dispatchAt(target, new (realm.classOf(definition))(type, init));
}

function dispatchAt(target: object, event: object): void {
  (target as Dispatcher).dispatchEvent(event);
}

type EventClass = new (type: string, init?: object) => object;

/** Fires `message`. Where the host has no MessageEvent, an event with the member `data`. */
export function fireMessageAt(realm: Realm, target: object, data: unknown): void {
  const { MessageEvent, location } = globalThis as unknown as {
    readonly MessageEvent?: EventClass;
    readonly location?: { readonly origin: string };
  };
  const init = { data, origin: location?.origin ?? "" };
  const event =
    MessageEvent === undefined
      ? Object.assign(new (realm.host.Event as EventClass)("message"), init)
      : new MessageEvent("message", init);
  dispatchAt(target, event);
}

/** Fires `error`. */
export function fireErrorAt(realm: Realm, target: object, errorDetail: string, message: string): void {
  const error = new (realm.classOf(rtcErrorInterface))({ errorDetail }, message);
  fireEventAt(realm, target, errorEventInterface, "error", { error });
}
