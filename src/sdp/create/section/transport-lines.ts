import type { CreateSdpInput, GatheredCandidates, IceCredentials, NewTransport } from "../input.ts";
import { type DefaultAddress, defaultAddress } from "./default-candidate.ts";

/** A transport as this side describes it. */
export interface OwnTransport extends IceCredentials {
  readonly tlsId: string | null;
  readonly setup: "actpass" | "active" | "passive";
}

/** The ICE and DTLS lines of a transport, but for the fingerprints. */
export function transportLines({ usernameFragment, password, tlsId, setup }: OwnTransport): string[] {
  return [
    `ice-ufrag:${usernameFragment}`,
    `ice-pwd:${password}`,
    `setup:${setup}`,
    ...(tlsId === null ? [] : [`tls-id:${tlsId}`]),
  ];
}

/** The candidates of a transport. */
export function candidateLines(gathered: GatheredCandidates | null): readonly string[] {
  return gathered === null ? [] : [...gathered.candidates, ...(gathered.complete ? ["end-of-candidates"] : [])];
}

/** What was gathered for a transport. */
export function gatheredFor(transport: IceCredentials, { gathered = [] }: CreateSdpInput): GatheredCandidates | null {
  return gathered.find(({ usernameFragment }) => usernameFragment === transport.usernameFragment) ?? null;
}

/** Where a transport receives RTCP that is not multiplexed. */
export function rtcpLine(gathered: GatheredCandidates | null): string {
  const { port, connection } = defaultAddress(gathered, "2");
  return `rtcp:${port} ${connection}`;
}

/** Where a transport receives RTP or data. */
export function addressOf(gathered: GatheredCandidates | null): DefaultAddress {
  return defaultAddress(gathered, "1");
}

/** What the section of an index gets for a new transport. @throws TypeError where there is nothing */
export function newTransportAt({ newTransports }: CreateSdpInput, index: number): NewTransport {
  const transport = newTransports[index];
  if (transport !== undefined) return transport;
  throw new TypeError(
    `newTransports has ${newTransports.length} members, and m= section ${index} needs a new transport: pass one for each m= section`,
  );
}
