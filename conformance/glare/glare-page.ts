// Runs in a browser's page: two perfect negotiators make changes at the same time, round after round. Each peer connection is
// under observe().
import { type KnownDeviation, type Observer, observe } from "../library.ts";
import { type Channel, channel } from "./channel.ts";
import { type Negotiator, negotiate, type SignalingMessage } from "./negotiator.ts";
import { type Random, randomFrom } from "./random.ts";
import type { GlareOrder, GlareReport, ObservedSide } from "./report.ts";

interface Side {
  readonly name: string;
  readonly pc: RTCPeerConnection;
  readonly observer: Observer;
  readonly negotiator: Negotiator;
  readonly outgoing: Channel<SignalingMessage>;
}

Object.assign(globalThis, {
  glareHere: async (order: GlareOrder) => JSON.stringify(await glare(order)),
});

async function glare({ seed, pairs, rounds, knownDeviations }: GlareOrder): Promise<GlareReport> {
  const random = randomFrom(seed);
  const sides: ObservedSide[] = [];
  for (let pair = 1; pair <= pairs; pair++)
    sides.push(...(await meeting(`pair-${pair}`, rounds, random, knownDeviations)));
  return { sides };
}

/** Two negotiators collide, for so many rounds or until one is stuck: some refusals end a negotiation. */
async function meeting(name: string, rounds: number, random: Random, knownDeviations: readonly KnownDeviation[]) {
  const meet = (role: "polite" | "impolite"): Side => {
    const pc = new RTCPeerConnection();
    const observer = observe(pc, { id: `${name}-${role}`, knownDeviations });
    const deliver = async (message: SignalingMessage) =>
      (role === "polite" ? impolite : polite).negotiator.receive(message);
    const outgoing = channel(random, deliver);
    return {
      name: `${name}-${role}`,
      pc,
      observer,
      outgoing,
      negotiator: negotiate(pc, role === "polite", outgoing.send),
    };
  };
  const [polite, impolite] = [meet("polite"), meet("impolite")];
  const sides = [polite, impolite];
  for (let round = 0; round < rounds; round++) {
    for (const { pc } of sides) change(pc, random);
    if (!(await quiet(sides))) break;
  }
  for (const { pc } of sides) pc.close();
  return sides.map(reportOf);
}

function reportOf({ name, observer, negotiator }: Side): ObservedSide {
  const report = { name, steps: observer.steps, trace: observer.trace(), errors: negotiator.errors };
  observer.detach();
  return report;
}

// Each change makes negotiation needed, on both sides at once.
function change(pc: RTCPeerConnection, random: Random): void {
  const transceivers = pc.getTransceivers().filter(({ direction }) => direction !== "stopped");
  const chosen = transceivers[random(transceivers.length)];
  const kind = random(6);
  if (chosen === undefined || (kind < 2 && transceivers.length < 12))
    pc.addTransceiver(random(2) === 0 ? "audio" : "video");
  else if (kind === 2 && transceivers.length > 4) chosen.stop();
  else if (kind === 3) pc.restartIce();
  else if (kind === 4) pc.createDataChannel("data");
  else chosen.direction = chosen.direction === "sendrecv" ? "recvonly" : "sendrecv";
}

/** Waits until both negotiators have been settled for 30 ms. Returns false if that takes longer than 3 s. */
async function quiet(sides: readonly Side[]): Promise<boolean> {
  const isQuiet = () => sides.every(({ negotiator, outgoing }) => negotiator.isSettled() && outgoing.isEmpty());
  let calm = 0;
  for (let looks = 0; looks < 300 && calm < 3; looks++) {
    await new Promise((later) => setTimeout(later, 10));
    calm = isQuiet() ? calm + 1 : 0;
  }
  return calm === 3;
}
