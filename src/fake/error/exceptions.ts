import { callExceptionOf } from "../../connection/rejection/call-exception.ts";
import type { ConnectionRejection } from "../../connection/rejection/connection-rejection.ts";
import type { ExceptionClasses } from "../../session/rejection/to-exception.ts";
import { webrtcPc } from "../../specifications.ts";
import type { Realm } from "../web-idl/interface.ts";
import { type RefusalCode, withCause } from "./refusal.ts";
import { rtcErrorInterface } from "./rtc-error.ts";

/** The exception of a refused call, of the realm's classes. Its `cause` is the rejection. */
export function exceptionIn(realm: Realm, rejection: ConnectionRejection): Error {
  return callExceptionOf(rejection, {
    DOMException: realm.host.DOMException,
    RTCError: realm.classOf(rtcErrorInterface),
  } as ExceptionClasses);
}

/** A DOMException of the realm. */
export function domExceptionIn(realm: Realm, name: string, message: string): Error {
  return new (realm.host.DOMException as new (message: string, name: string) => Error)(message, name);
}

/** A DOMException of the realm, with its cause: what the fake itself refuses, and where in webrtc-pc the rule stands. */
export function refusedIn(realm: Realm, name: string, message: string, code: RefusalCode, fragment: string): Error {
  return withCause(domExceptionIn(realm, name, message), code, webrtcPc(fragment));
}
