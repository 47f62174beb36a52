// Lets two peer connections of the page find each other, so that what goes on later is a connection and no intention.

const patience = 5000;

/** Hands each one's candidates to the other. */
export function exchangeCandidates(one: RTCPeerConnection, other: RTCPeerConnection): void {
  for (const [from, to] of [
    [one, other],
    [other, one],
  ] as const) {
    // A candidate of a description that is refused later has nowhere to go.
    from.onicecandidate = ({ candidate }) => void to.addIceCandidate(candidate ?? undefined).catch(() => {});
  }
}

/** Waits until both are connected. @throws a TimeoutError where they are not in time */
export async function whenConnected(...both: readonly RTCPeerConnection[]): Promise<void> {
  const end = performance.now() + patience;
  while (both.some(({ connectionState }) => connectionState !== "connected")) {
    if (performance.now() > end) throw new DOMException("the two ends did not connect", "TimeoutError");
    await new Promise((later) => setTimeout(later, 10));
  }
}
