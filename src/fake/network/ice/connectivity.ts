import { afterFlights } from "../flights.ts";
import { addressOfCandidate } from "./candidate-attribute.ts";
import { haveSameCredentials, type IceGeneration, type IceTransport, type Route } from "./ice-transport.ts";

/** After so many ms without an answer a check has failed. @see https://www.rfc-editor.org/rfc/rfc8863.html#section-4 */
const checksFailAfter = 39_500;

/** After so many ms without an answer consent is lost. @see https://www.rfc-editor.org/rfc/rfc7675.html#section-5.1 */
const consentLostAfter = 30_000;

/**
 * Checks the candidate pairs of a transport: where one of them leads to a transport that has the credentials which were
 * signaled, and knows those of this one, both are connected.
 */
export function checkPairs(transport: IceTransport) {
  if (transport.remoteParameters === null || isTransportClosed(transport)) return;
  // A check that comes too early once more is entered again.
  const waiting = [...transport.checkedBy];
  transport.checkedBy.clear();
  for (const other of waiting) checkPairs(other);
  const sending = sendingGenerations(transport);
  if (sending.length === 0 || transport.remoteAttributes.size === 0) return;
  if (transport.agentState === "new") startChecking(transport);
  const route = findRoute(transport, sending);
  if (route === null || transport.isBeingChecked) return;
  transport.isBeingChecked = true;
  // A request, and the response.
  afterFlights(transport.agent.clock, 2, () => {
    transport.isBeingChecked = false;
    const answered = isTransportClosed(transport) ? null : findRoute(transport, sendingGenerations(transport));
    if (answered?.remote !== route.remote || answered.local !== route.local) return checkPairs(transport);
    connectBoth(route);
  });
}

function connectBoth(route: Route): void {
  const { transport } = route.local;
  const { transport: other } = route.remote;
  connect(transport, route);
  connect(other, { local: route.remote, remote: route.local });
  transport.agent.connected(transport);
  other.agent.connected(other);
}

function isTransportClosed({ agentState, agent }: IceTransport): boolean {
  return agentState === "closed" || agent.isClosed;
}

function sendingGenerations({ generations }: IceTransport): readonly IceGeneration[] {
  return generations.filter(({ address, cutOff }) => address !== null && !cutOff);
}

function findRoute(transport: IceTransport, sending: readonly IceGeneration[]): Route | null {
  for (const attribute of transport.remoteAttributes) {
    const remote = transport.agent.network.at(addressOfCandidate(attribute));
    if (remote === null || remote.cutOff || remote.transport === transport) continue;
    if (!haveSameCredentials(remote.credentials, transport.remoteParameters)) continue;
    const expected = remote.transport.remoteParameters;
    const local = sending.find(({ credentials }) => haveSameCredentials(credentials, expected));
    if (local === undefined) remote.transport.checkedBy.add(transport);
    else if (transport.route?.remote !== remote || transport.route.local !== local) return { local, remote };
    else if (!isConnected(transport)) return transport.route;
  }
  return null;
}

function connect(transport: IceTransport, route: Route): void {
  transport.checkedBy.clear();
  if (transport.agentState === "new") startChecking(transport);
  cancelTimer(transport);
  transport.indicate("connected", route);
  completeIfAllIsKnown(transport);
}

/** Goes from connected to completed once both sides have all of their candidates. */
export function completeIfAllIsKnown(transport: IceTransport): void {
  if (transport.agentState !== "connected" || !transport.remoteCandidatesEnded) return;
  if (transport.gatheringState === "complete") transport.indicate("completed");
}

/** ICE restarts with other credentials of the peer. @see https://w3c.github.io/webrtc-pc/#rtcicetransportstate */
export function restartChecks(transport: IceTransport): void {
  if (transport.agentState === "completed") transport.indicate("connected");
  if (transport.agentState === "disconnected" || transport.agentState === "failed") startChecking(transport);
}

/** The route is gone: consent is lost after a while, unless it comes back. */
export function loseConnectivity(transport: IceTransport): void {
  if (transport.agentState !== "connected" && transport.agentState !== "completed") return;
  transport.indicate("disconnected");
  failAfter(transport, consentLostAfter, "failed");
}

/** Whether packets get through. */
export function isConnected({ agentState, route }: IceTransport): boolean {
  const isReachable = route !== null && !route.local.cutOff && !route.remote.cutOff;
  return isReachable && (agentState === "connected" || agentState === "completed");
}

/** Closes a transport, without an event. */
export function closeIceTransport(transport: IceTransport): void {
  cancelTimer(transport);
  transport.checkedBy.clear();
  transport.agentState = "closed";
  transport.state = "closed";
  transport.selectedCandidatePair = null;
}

function startChecking(transport: IceTransport): void {
  transport.indicate("checking");
  failAfter(transport, checksFailAfter, "disconnected");
}

// Without an end of the remote candidates there may be a way yet.
function failAfter(transport: IceTransport, ms: number, withoutEnd: "disconnected" | "failed"): void {
  cancelTimer(transport);
  const reference = new WeakRef(transport);
  transport.cancelTimer = transport.agent.clock.setTimer(() => {
    const found = reference.deref();
    if (found !== undefined && found.agentState !== "closed" && !isConnected(found))
      found.indicate(found.remoteCandidatesEnded ? "failed" : withoutEnd);
  }, ms);
}

function cancelTimer(transport: IceTransport): void {
  transport.cancelTimer?.();
  transport.cancelTimer = null;
}
