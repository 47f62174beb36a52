import type { CandidateInit } from "../../connection/candidate.ts";
import type { Connection } from "../../connection/connection.ts";
import { listedItems } from "../../connection/structure/list.ts";
import type { IceCredentials } from "../../sdp/create/input.ts";
import { appliedRemote, describedTransports, remoteCandidates, transportOfSection } from "./described-transports.ts";
import type { DtlsTransport } from "./dtls-transport.ts";
import { checkPairs, completeIfAllIsKnown, restartChecks } from "./ice/connectivity.ts";
import { gatherCandidates, keepGenerations } from "./ice/gathering.ts";
import { haveSameCredentials, type IceTransport } from "./ice/ice-transport.ts";

/** The transports of a connection that are open, by the model's ids. */
export type OpenTransports = ReadonlyMap<number, DtlsTransport>;

/** Takes over the ICE credentials and candidates that the descriptions now have, and gathers and checks accordingly. */
export function applyDescriptions(open: OpenTransports, connection: Connection): void {
  takeRemoteDescription(open, connection);
  addRemoteCandidates(open, connection, remoteCandidates(connection));
  takeLocalDescription(open, connection);
  for (const { ice } of open.values()) checkPairs(ice);
}

/** Takes over the remote candidates that were added since, where nothing else has changed. */
export function applyRemoteCandidates(open: OpenTransports, before: Connection, connection: Connection): void {
  const added = listedItems(connection.remoteCandidates).slice(before.remoteCandidates.size);
  addRemoteCandidates(open, connection, added);
  for (const { ice } of open.values()) checkPairs(ice);
}

function takeLocalDescription(open: OpenTransports, connection: Connection): void {
  const { pendingLocalDescription, currentLocalDescription } = connection.mediaDescriptions;
  const pending = describedTransports(connection, pendingLocalDescription);
  const current = describedTransports(connection, currentLocalDescription);
  const latest = pendingLocalDescription === null ? current : pending;
  for (const [id, { ice }] of open) {
    const kept = [...pending, ...current].filter(({ transport }) => transport === id);
    keepGenerations(
      ice,
      kept.map(({ credentials }) => credentials),
    );
  }
  const isOfferer = connection.session.pendingLocalDescription?.type === "offer";
  const sections = latest.flatMap(({ transport, ...section }) => {
    const ice = open.get(transport)?.ice;
    if (ice === undefined) return [];
    if (ice.role === "unknown") ice.role = isOfferer ? "controlling" : "controlled";
    setLocalParameters(ice, section.credentials);
    return [{ transport: ice, ...section }];
  });
  gatherCandidates(sections, checkPairs, completeIfAllIsKnown);
}

function setLocalParameters(ice: IceTransport, credentials: IceCredentials): void {
  if (haveSameCredentials(ice.localParameters, credentials)) return;
  ice.localParameters = credentials;
  ice.localCandidates = [];
}

function takeRemoteDescription(open: OpenTransports, connection: Connection): void {
  for (const { transport, credentials } of describedTransports(connection, appliedRemote(connection).media)) {
    const ice = open.get(transport)?.ice;
    if (ice === undefined || haveSameCredentials(ice.remoteParameters, credentials)) continue;
    const isRestart = ice.remoteParameters !== null;
    ice.remoteParameters = credentials;
    ice.remoteCandidates = [];
    ice.remoteAttributes.clear();
    ice.remoteCandidatesEnded = false;
    if (isRestart) restartChecks(ice);
  }
}

function addRemoteCandidates(open: OpenTransports, connection: Connection, candidates: readonly CandidateInit[]): void {
  if (candidates.length === 0) return;
  const sections = appliedRemote(connection).media?.sections ?? [];
  for (const init of candidates) {
    const { candidate, sdpMid, sdpMLineIndex, usernameFragment } = init;
    const section =
      sdpMid === null ? sections[sdpMLineIndex ?? -1] : sections.find((described) => described.mid === sdpMid);
    const id = section === undefined ? null : transportOfSection(connection, section);
    const one = id === null ? undefined : open.get(id);
    const meant = section === undefined && candidate === "" ? open.values() : one === undefined ? [] : [one];
    for (const { ice } of meant) {
      if (usernameFragment !== null && usernameFragment !== ice.remoteParameters?.usernameFragment) continue;
      if (candidate === "") endRemoteCandidates(ice);
      else ice.addRemoteCandidate(init);
    }
  }
}

function endRemoteCandidates(ice: IceTransport): void {
  if (ice.remoteCandidatesEnded || ice.remoteParameters === null) return;
  ice.remoteCandidatesEnded = true;
  completeIfAllIsKnown(ice);
}
