import type { IceCredentials } from "../../../sdp/create/input.ts";
import { hostCandidate } from "./candidate-attribute.ts";
import { haveSameCredentials, type IceGeneration, type IceTransport } from "./ice-transport.ts";

/** An m= section of a local description, the first of those that use a transport. */
export interface GatheredSection {
  readonly transport: IceTransport;
  readonly credentials: IceCredentials;
  readonly sdpMid: string;
  readonly sdpMLineIndex: number;
}

/**
 * Gathers candidates for the transports whose local description has credentials for which this was not done. Each step
 * is taken for all of them before the next, so that the state of the connection does not go back and forth.
 *
 * @param onCandidate what to do once a transport has a local candidate
 * @param onEnd what to do once all of its candidates are gathered
 * @see https://w3c.github.io/webrtc-pc/#rtcicetransport
 */
export function gatherCandidates(
  sections: readonly GatheredSection[],
  onCandidate: (transport: IceTransport) => void,
  onEnd: (transport: IceTransport) => void,
): void {
  const begun = sections.filter(isUngathered).map(beginGeneration);
  for (const generation of begun) inGathering(generation, () => setGatheringState(generation.transport, "gathering"));
  for (const generation of begun) {
    if (!generation.transport.agent.gathersHostCandidates) continue;
    inGathering(generation, () => {
      gatherHostCandidate(generation);
      onCandidate(generation.transport);
    });
  }
  for (const generation of begun)
    inGathering(generation, () => {
      generation.complete = true;
      report(generation, "");
    });
  for (const generation of begun)
    inGathering(generation, () => {
      if (generation.transport.latestGeneration !== generation) return;
      setGatheringState(generation.transport, "complete");
      onEnd(generation.transport);
    });
}

function isUngathered({ transport, credentials }: GatheredSection): boolean {
  return !transport.generations.some((generation) => haveSameCredentials(generation.credentials, credentials));
}

function beginGeneration(section: GatheredSection): IceGeneration {
  const generation = { ...section, address: null, candidate: null, complete: false, cutOff: false };
  section.transport.generations.push(generation);
  return generation;
}

// The tasks of a generation that was given up, or whose transport was closed, do nothing.
function inGathering(generation: IceGeneration, run: () => void): void {
  const { transport } = generation;
  transport.agent.clock.queueTask(() => {
    const isUsed = transport.agentState !== "closed" && transport.generations.includes(generation);
    if (isUsed && !transport.agent.isClosed) run();
  }, "gather");
}

function setGatheringState(transport: IceTransport, state: "gathering" | "complete"): void {
  if (transport.gatheringState === state) return;
  transport.gatheringState = state;
  transport.agent.gatheringStateChanged(transport);
}

function gatherHostCandidate(generation: IceGeneration): void {
  const { network, host } = generation.transport.agent;
  const port = network.newPort();
  generation.address = `${host}:${port}`;
  generation.candidate = hostCandidate(host, port);
  network.register(generation.address, generation);
  report(generation, generation.candidate);
}

function report({ transport, credentials, sdpMid, sdpMLineIndex }: IceGeneration, candidate: string): void {
  const { usernameFragment } = credentials;
  transport.agent.gathered(Object.freeze({ candidate, sdpMid, sdpMLineIndex, usernameFragment }));
}

/** Gives up the generations of a transport but for those with these credentials. */
export function keepGenerations(transport: IceTransport, kept: readonly IceCredentials[]): void {
  const { network } = transport.agent;
  for (const { address, credentials } of transport.generations)
    if (address !== null && !kept.some((one) => haveSameCredentials(one, credentials))) network.unregister(address);
  transport.generations = transport.generations.filter(({ credentials }) =>
    kept.some((one) => haveSameCredentials(one, credentials)),
  );
}
