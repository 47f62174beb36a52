import { fieldsOf, type HeldCandidate, iceCandidateInterface } from "../description/ice-candidate.ts";
import type { RtcDataChannel } from "../network/data/data-channel.ts";
import { dtlsRoleOf } from "../network/described-transports.ts";
import type { DtlsTransport } from "../network/dtls-transport.ts";
import type { IceTransport } from "../network/ice/ice-transport.ts";
import { iceCandidatePairInterface } from "../network/objects/ice-transport-interface.ts";
import { heldBy } from "../web-idl/interface.ts";
import type { GatheredStats } from "./stats.ts";

/** The bytes that have gone over a transport. */
interface Bytes {
  readonly bytesSent: number;
  readonly bytesReceived: number;
}

/** The name of a transport among what is monitored. */
export function transportName(transport: number): string {
  return `transport ${transport}`;
}

/**
 * Adds the statistics of a transport, of its candidates, their pairs and the certificates.
 *
 * @param channels the data channels that use it; nothing else carries bytes
 * @see https://w3c.github.io/webrtc-stats/#transportstats-dict*
 */
export function addTransportStats(
  gathered: GatheredStats,
  transport: number,
  { ice, state, agent, peer, remoteCertificates }: DtlsTransport,
  channels: readonly RtcDataChannel[],
): void {
  const bytes: Bytes = {
    bytesSent: channels.reduce((sum, { sentTraffic }) => sum + sentTraffic.bytes, 0),
    bytesReceived: channels.reduce((sum, { receivedTraffic }) => sum + receivedTraffic.bytes, 0),
  };
  const name = transportName(transport);
  const isVerified = remoteCertificates.length > 0 && peer !== null;
  gathered.add("transport", name, {
    ...bytes,
    iceRole: ice.role,
    iceState: ice.state,
    iceLocalUsernameFragment: ice.localParameters?.usernameFragment,
    dtlsState: state,
    dtlsRole: agent.model === null ? "unknown" : dtlsRoleOf(agent.model, transport),
    selectedCandidatePairId: addPairs(gathered, name, ice, bytes),
    localCertificateId: addCertificate(gathered, agent.certificate),
    remoteCertificateId: isVerified ? addCertificate(gathered, peer.agent.certificate) : null,
  });
}

// Gives the id of the selected pair.
function addPairs(gathered: GatheredStats, name: string, ice: IceTransport, bytes: Bytes): string | null {
  const selected = heldBy(iceCandidatePairInterface, ice.selectedCandidatePair);
  const isSelected = (local: object, remote: object) => selected?.local === local && selected.remote === remote;
  const transportId = gathered.idOf(name);
  const locals = new Set([...ice.localCandidates, ...(selected === null ? [] : [selected.local])]);
  const remotes = new Set([...ice.remoteCandidates, ...(selected === null ? [] : [selected.remote])]);
  let selectedId: string | null = null;
  for (const remote of remotes) {
    const remoteCandidateId = addCandidate(gathered, "remote-candidate", transportId, remote);
    for (const local of locals) {
      const localCandidateId = addCandidate(gathered, "local-candidate", transportId, local);
      const id = gathered.add("candidate-pair", `pair ${localCandidateId} ${remoteCandidateId}`, {
        ...{ transportId, localCandidateId, remoteCandidateId },
        ...(isSelected(local, remote) ? { ...succeeded, ...bytes } : { ...unchecked, ...stateOfOthers(ice) }),
      });
      if (isSelected(local, remote)) selectedId = id;
    }
  }
  for (const local of locals) addCandidate(gathered, "local-candidate", transportId, local);
  return selectedId;
}

// A check is a request and its response, which take no time.
const succeeded = {
  state: "succeeded",
  nominated: true,
  requestsSent: 1,
  responsesReceived: 1,
  totalRoundTripTime: 0,
  currentRoundTripTime: 0,
};

const unchecked = { nominated: false, bytesSent: 0, bytesReceived: 0, totalRoundTripTime: 0, responsesReceived: 0 };

function stateOfOthers({ state }: IceTransport): { readonly state: string } {
  return { state: state === "failed" ? "failed" : "waiting" };
}

function addCandidate(gathered: GatheredStats, type: string, transportId: string, object: object): string {
  const held = heldBy(iceCandidateInterface, object) as HeldCandidate;
  const fields = fieldsOf(held);
  return gathered.add(type, `${type} ${transportId} ${held.candidate} ${held.usernameFragment}`, {
    transportId,
    address: fields.address,
    port: fields.port,
    protocol: fields.protocol,
    candidateType: fields.type,
    priority: fields.priority,
    foundation: fields.foundation,
    usernameFragment: held.usernameFragment,
    url: held.url,
  });
}

function addCertificate(gathered: GatheredStats, { der, fingerprint }: DtlsTransport["agent"]["certificate"]): string {
  const { btoa } = globalThis as unknown as { readonly btoa: (bytes: string) => string };
  return gathered.add("certificate", `certificate ${fingerprint}`, {
    fingerprint,
    fingerprintAlgorithm: "sha-256",
    base64Certificate: btoa(String.fromCharCode(...new Uint8Array(der))),
  });
}
