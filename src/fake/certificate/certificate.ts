import type { CertificateFingerprint } from "../../sdp/create/input.ts";
import { defineInterface } from "../web-idl/interface.ts";
import { method, readonly } from "../web-idl/members.ts";
import type { Random } from "../world/random.ts";

/** What an RTCCertificate holds. */
export interface HeldCertificate {
  /** Its name for the model, which compares certificates by it. */
  readonly id: string;
  /** In ms since 1970. */
  readonly expires: number;
  readonly fingerprint: CertificateFingerprint;
  /** Bytes that stand for the certificate: no ASN.1 is made. */
  readonly der: ArrayBuffer;
}

/** @see https://w3c.github.io/webrtc-pc/#rtccertificate-interface */
export const certificateInterface = /* @__PURE__ */ defineInterface<HeldCertificate>("RTCCertificate", {
  members: {
    expires: readonly(({ expires }: HeldCertificate) => expires),
    getFingerprints: method([], ({ fingerprint: { algorithm, value } }: HeldCertificate) => [
      { algorithm, value: value.toLowerCase() },
    ]),
  },
});

const upperHex = "0123456789ABCDEF";

/** A certificate that is valid for so many ms. Its fingerprint is drawn, not computed: there is no key. */
export function createCertificate(random: Random, validity: number): HeldCertificate {
  const octets = new Uint8Array(32);
  let value = "";
  for (let index = 0; index < octets.length; index++) {
    const octet = random.below(256);
    octets[index] = octet;
    value += `${index === 0 ? "" : ":"}${upperHex[octet >> 4]}${upperHex[octet & 15]}`;
  }
  return {
    id: value,
    expires: Date.now() + validity,
    fingerprint: { algorithm: "sha-256", value },
    der: octets.buffer,
  };
}
