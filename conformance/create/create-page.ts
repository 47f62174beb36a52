// Runs in a browser's page: connections between the browser and a peer whose descriptions the library makes.
import { isRejected, mediaLinesIn } from "../../cases/created-sdp/media-lines.ts";
import { addTransceiver, create, createPeer, type Findings, type Peer, set } from "../../cases/created-sdp/peer.ts";
import { type Random, randomFrom } from "../glare/random.ts";
import { deployedTolerances } from "../library.ts";
import { makePeerConnection } from "../page/make-peer-connection.ts";
import type { ConnectionReport, ExchangeFailure, Occurrences } from "./report.ts";

Object.assign(globalThis, {
  connectHere: async (seed: number, rounds: number) => JSON.stringify(await connect(seed, rounds)),
});

/** An exchange while it runs. */
interface Exchange {
  readonly pc: RTCPeerConnection;
  readonly peer: Peer;
  offer: string;
  answer: string;
}

/** What was found wrong, and by whose fault. */
class Wrong extends Error {
  readonly fault: ExchangeFailure["fault"];

  constructor(fault: ExchangeFailure["fault"], message: string) {
    super(message);
    this.fault = fault;
  }
}

const directions = ["sendrecv", "sendonly", "recvonly", "inactive"] as const;
const policies = ["balanced", "max-bundle", "max-compat"] as const;

/** Negotiates a new connection so many times, or until something is wrong. */
async function connect(seed: number, rounds: number): Promise<ConnectionReport> {
  const counts = { ours: 0, theirs: 0 };
  const occurrences: Occurrences = {};
  const random = randomFrom(Math.imul(seed, 2654435761));
  const pc = await makePeerConnection();
  const bundlePolicy = policies[random(policies.length)];
  const peer = createPeer({ name: "ours", bundlePolicy, tlsIds: random(2) === 0, tolerate: deployedTolerances });
  for (let round = 0; round < rounds; round++) {
    changeOurs(peer, random);
    changeTheirs(pc, random);
    const exchange: Exchange = { pc, peer, offer: "", answer: "" };
    const offerer = random(2) === 0 ? "ours" : "theirs";
    try {
      await (offerer === "ours" ? offerOurs(exchange) : offerTheirs(exchange));
    } catch (error) {
      pc.close();
      const { offer, answer } = exchange;
      const fault = error instanceof Wrong ? error.fault : "ours";
      return { ...counts, occurrences, failure: { round, fault, what: String(error), offer, answer } };
    }
    counts[offerer] += 1;
    for (const name of occurring(offerer === "ours" ? exchange.offer : exchange.answer, offerer === "ours")) {
      occurrences[name] = (occurrences[name] ?? 0) + 1;
    }
  }
  pc.close();
  return { ...counts, occurrences, failure: null };
}

async function offerOurs(exchange: Exchange): Promise<void> {
  const { pc, peer } = exchange;
  exchange.offer = create(peer, "offer");
  console.debug(exchange.offer);
  ours(set(peer, "local", "offer", exchange.offer));
  await taken(() => pc.setRemoteDescription({ type: "offer", sdp: exchange.offer }), "our offer");
  exchange.answer = (await taken(() => pc.createAnswer(), "our offer, its answer")).sdp ?? "";
  await taken(() => pc.setLocalDescription({ type: "answer", sdp: exchange.answer }), "our offer, the answer set");
  theirs(set(peer, "remote", "answer", exchange.answer));
}

async function offerTheirs(exchange: Exchange): Promise<void> {
  const { pc, peer } = exchange;
  exchange.offer = (await taken(() => pc.createOffer(), "an offer of its own", "theirs")).sdp ?? "";
  console.debug(exchange.offer);
  await taken(() => pc.setLocalDescription({ type: "offer", sdp: exchange.offer }), "an offer of its own", "theirs");
  theirs(set(peer, "remote", "offer", exchange.offer));
  exchange.answer = create(peer, "answer");
  console.debug(exchange.answer);
  ours(set(peer, "local", "answer", exchange.answer));
  await taken(() => pc.setRemoteDescription({ type: "answer", sdp: exchange.answer }), "our answer");
}

function ours(findings: Findings): void {
  if (findings.length > 0) throw new Wrong("ours", findings.join("; "));
}

/** What the library warns of in a browser's description is not the matter here. */
function theirs(findings: Findings): void {
  const refused = findings.filter((finding) => finding.includes(": refused: "));
  if (refused.length > 0) throw new Wrong("theirs", refused.join("; "));
}

async function taken<Value>(
  call: () => Promise<Value>,
  what: string,
  fault: "ours" | "theirs" = "ours",
): Promise<Value> {
  // The last that is seen of a page that crashes.
  console.debug(what);
  try {
    return await call();
  } catch (error) {
    throw new Wrong(fault, `${what}: ${error}`);
  }
}

function changeOurs(peer: Peer, random: Random): void {
  for (let changes = random(4); changes > 0; changes--) {
    const transceiver = peer.transceivers[random(8)];
    const kind = random(10);
    if (kind < 4 && peer.transceivers.length < 8) {
      const media = random(2) === 0 ? "audio" : "video";
      const rids = media === "video" && random(3) === 0 ? ["h", "m", "l"] : [];
      const direction = directions[random(4)] ?? "sendrecv";
      const streams = [[], ["s1"], ["s1", "s2"]][random(3)] ?? [];
      addTransceiver(peer, media, { direction, rids, streams });
    } else if (kind === 4) peer.dataChannel = true;
    else if (kind === 5) peer.iceRestart = peer.session.currentLocalDescription !== null;
    else if (transceiver !== undefined && kind < 8) transceiver.direction = directions[random(4)] ?? "sendrecv";
    else if (transceiver !== undefined) transceiver.stopping = true;
  }
}

function changeTheirs(pc: RTCPeerConnection, random: Random): void {
  for (let changes = random(4); changes > 0; changes--) {
    const living = pc.getTransceivers().filter(({ direction }) => direction !== "stopped");
    const transceiver = living[random(8)];
    const kind = random(10);
    if (kind < 4 && living.length < 8) {
      const media = random(2) === 0 ? "audio" : "video";
      const simulcast = media === "video" && random(3) === 0;
      const sendEncodings = simulcast ? [{ rid: "a" }, { rid: "b" }] : [];
      pc.addTransceiver(media, { direction: directions[random(4)] ?? "sendrecv", sendEncodings });
    } else if (kind === 4) pc.createDataChannel("data");
    else if (kind === 5) pc.restartIce();
    else if (transceiver !== undefined && kind < 8) transceiver.direction = directions[random(4)] ?? "sendrecv";
    else transceiver?.stop();
  }
}

/** What is remarkable about a description that the library made. */
function occurring(sdp: string, isOffer: boolean): readonly string[] {
  const sections = mediaLinesIn(sdp);
  const names = [
    sections.some(isRejected) ? "rejected section" : null,
    sections.some(({ mid, index }) => mid !== String(index)) ? "recycled section" : null,
    sdp.includes("a=simulcast") ? "simulcast" : null,
    sdp.includes("a=bundle-only") ? "bundle-only" : null,
    sections.some(({ media, port }) => media === "application" && port !== 0) ? "data section" : null,
    /^o=\S+ \d+ 1 /m.test(sdp) ? null : "renegotiation",
  ];
  return names.flatMap((name) => (name === null ? [] : [`${isOffer ? "offer" : "answer"}: ${name}`]));
}
