// Brings a peer connection of the page to where a description is to be set on it, and makes that description.
import type { Breach, Situation } from "../breach.ts";
import { asItIs, type EditContext } from "../sdp-edit.ts";
import { type Base, bases } from "./bases.ts";
import { changes } from "./changes.ts";
import { exchangeCandidates, whenConnected } from "./connect.ts";
import { type Side, setDescription, slotsOf } from "./slots.ts";

/** A peer connection, and the description that it is to be given, still as it was made. */
export interface Stage {
  readonly pc: RTCPeerConnection;
  readonly side: Side;
  readonly description: { readonly type: "offer" | "pranswer" | "answer"; readonly sdp: string };
  readonly context: EditContext;
  /** Closes both ends. */
  readonly close: () => void;
}

interface Plan {
  readonly side: Stage["side"];
  readonly type: Stage["description"]["type"];
  /** Has something been negotiated before? */
  readonly negotiated?: true;
  /** Is the description set once before, as an offer to be replaced or as a provisional answer? */
  readonly before?: "offer" | "pranswer";
}

const plans: Readonly<Record<Situation, Plan>> = {
  "remote offer": { side: "remote", type: "offer" },
  "remote answer": { side: "remote", type: "answer" },
  "remote pranswer": { side: "remote", type: "pranswer" },
  "remote answer after a pranswer": { side: "remote", type: "answer", before: "pranswer" },
  "remote re-offer": { side: "remote", type: "offer", negotiated: true },
  "remote re-answer": { side: "remote", type: "answer", negotiated: true },
  "remote re-answer after a pranswer": { side: "remote", type: "answer", negotiated: true, before: "pranswer" },
  "remote offer that replaces an offer": { side: "remote", type: "offer", before: "offer" },
  "local offer": { side: "local", type: "offer" },
  "local answer": { side: "local", type: "answer" },
  "local re-offer": { side: "local", type: "offer", negotiated: true },
  "local re-answer": { side: "local", type: "answer", negotiated: true },
};

/** Everything up to the description that a breach is an edit of. */
export async function stageOf(breach: Breach): Promise<Stage> {
  const [pc, peer] = [new RTCPeerConnection(), new RTCPeerConnection()];
  const close = () => {
    pc.close();
    peer.close();
  };
  try {
    const base: Base = bases[breach.base];
    const plan = plans[breach.on];
    const made = "offers" in base ? handMade(pc, base.offers, plan) : betweenBrowsers(pc, peer, base, plan, breach);
    const { sdp, offer } = await made;
    const { currentLocalDescription, currentRemoteDescription } = slotsOf(pc);
    const previous = plan.side === "local" ? currentLocalDescription : currentRemoteDescription;
    if (plan.before !== undefined) await setDescription(pc, "remote", { type: plan.before, sdp });
    const context = { offer, previous: previous?.sdp ?? null };
    return { pc, side: plan.side, description: { type: plan.type, sdp }, context, close };
  } catch (error) {
    close();
    throw error;
  }
}

interface Made {
  readonly sdp: string;
  /** The offer that it answers. */
  readonly offer: string | null;
}

/** All offers but the last are answered; what comes of the last depends on the plan. */
async function handMade(pc: RTCPeerConnection, offers: readonly string[], plan: Plan): Promise<Made> {
  const sdp = offers.at(-1) ?? "";
  for (const earlier of plan.negotiated ? offers.slice(0, -1) : []) {
    await setDescription(pc, "remote", { type: "offer", sdp: earlier });
    await setDescription(pc, "local", { type: "answer", sdp: sdpOf(await pc.createAnswer()) });
  }
  if (plan.type === "offer") return { sdp, offer: null };
  await setDescription(pc, "remote", { type: "offer", sdp });
  return { sdp: sdpOf(await pc.createAnswer()), offer: sdp };
}

async function betweenBrowsers(
  pc: RTCPeerConnection,
  peer: RTCPeerConnection,
  base: Extract<Base, { prepare: unknown }>,
  { side, type, negotiated }: Plan,
  { change, offer: editOffer = asItIs }: Breach,
): Promise<Made> {
  const [offerer, answerer] = (side === "local") === (type === "offer") ? [pc, peer] : [peer, pc];
  base.prepare(negotiated ? pc : offerer);
  if (negotiated) await connect(pc, peer);
  if (change !== undefined) await changes[change](offerer, answerer, negotiate);
  const created = sdpOf(await offerer.createOffer());
  const offer = editOffer(created, { offer: null, previous: null });
  if (type === "offer") return { sdp: offer, offer: null };
  if (side === "remote") await setDescription(offerer, "local", { type: "offer", sdp: offer });
  await setDescription(answerer, "remote", { type: "offer", sdp: offer });
  return { sdp: sdpOf(await answerer.createAnswer()), offer };
}

async function connect(pc: RTCPeerConnection, peer: RTCPeerConnection): Promise<void> {
  exchangeCandidates(pc, peer);
  await negotiate(pc, peer);
  await whenConnected(pc, peer);
}

async function negotiate(offerer: RTCPeerConnection, answerer: RTCPeerConnection): Promise<void> {
  const offer = { type: "offer", sdp: sdpOf(await offerer.createOffer()) } as const;
  await setDescription(offerer, "local", offer);
  await setDescription(answerer, "remote", offer);
  const answer = { type: "answer", sdp: sdpOf(await answerer.createAnswer()) } as const;
  await setDescription(answerer, "local", answer);
  await setDescription(offerer, "remote", answer);
}

function sdpOf({ sdp }: RTCSessionDescriptionInit): string {
  return sdp ?? "";
}
