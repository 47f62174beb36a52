import { refusedIn } from "../error/exceptions.ts";
import { type Convert, domString, isObjectType } from "../web-idl/convert.ts";
import { dictionary, optionalMember, requiredMember } from "../web-idl/dictionary.ts";
import type { Realm } from "../web-idl/interface.ts";
import { unsigned } from "../web-idl/numbers.ts";

/** `(object or DOMString)`. */
export const algorithmIdentifier: Convert<object | string> = (value, what) =>
  isObjectType(value) ? value : domString(value, what);

const certificateExpiration = /* @__PURE__ */ dictionary("RTCCertificateExpiration", {
  expires: optionalMember(unsigned(64, "enforce-range")),
});
const algorithm = /* @__PURE__ */ dictionary("Algorithm", { name: requiredMember(domString) });
const curve = /* @__PURE__ */ dictionary("EcKeyGenParams", { namedCurve: requiredMember(domString) });

/** In ms: how long a certificate is valid, and how long it may be at most. */
export const thirtyDays = 2_592_000_000;
const aYear = 31_536_000_000;

/**
 * For how many ms a certificate is valid that is generated with such an algorithm.
 *
 * @throws TypeError where the algorithm cannot be converted, NotSupportedError where no certificate is made with it
 * @see https://w3c.github.io/webrtc-pc/#dom-rtcpeerconnection-generatecertificate
 */
export function validityOf(realm: Realm, identifier: object | string): number {
  const what = "the algorithm of generateCertificate()";
  const expires = typeof identifier === "string" ? undefined : certificateExpiration(identifier, what).expires;
  const { name } = typeof identifier === "string" ? { name: identifier } : algorithm(identifier, what);
  const isKnown =
    /^RSASSA-PKCS1-v1_5$/i.test(name) || (/^ECDSA$/i.test(name) && curve(identifier, what).namedCurve === "P-256");
  if (isKnown) return Math.min(expires ?? thirtyDays, aYear);
  const message = `${what} must be RSASSA-PKCS1-v1_5, or ECDSA on the curve P-256, found ${name}`;
  const fragment = "dom-rtcpeerconnection-generatecertificate";
  throw refusedIn(realm, "NotSupportedError", message, "algorithm-unsupported", fragment);
}
