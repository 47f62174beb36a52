// A whole exchange, local offer and remote answer: the functions against an xstate actor.
import { createActor } from "xstate";
import type { Outcome, Session } from "../src/entries/index.ts";
import { duration, type Measurement } from "./measurement.ts";
import { core, machine } from "./published.ts";
import { bestOfRounds } from "./rounds.ts";

const { createSession, offerCreated, setLocalDescription, setRemoteDescription } = core;
const { signalingMachine } = machine;

const options = { sdp: "opaque" } as const;
const sdp = "v=0\r\no=- 1 1 IN IP4 0.0.0.0\r\ns=-\r\nt=0 0\r\n";
const offer = { type: "offer", sdp };
const answer = { type: "answer", sdp };

/** The session after the exchange, through the functions. */
export function exchangeThroughFunctions(): Session {
  const created = offerCreated(createSession(options), sdp).session;
  const offered = setLocalDescription(created, offer).session;
  return setRemoteDescription(offered, answer).session;
}

function exchangeThroughActor(): Outcome | null {
  const actor = createActor(signalingMachine, { input: options });
  actor.start();
  actor.send({ type: "offerCreated", sdp });
  actor.send({ type: "setLocalDescription", description: offer });
  actor.send({ type: "setRemoteDescription", description: answer });
  const { outcome } = actor.getSnapshot().context;
  actor.stop();
  return outcome;
}

function checkAgreement(): void {
  const expected = exchangeThroughFunctions();
  if (expected.signalingState !== "stable" || expected.currentRemoteDescription?.type !== "answer") {
    throw new Error("The functions did not complete the exchange");
  }
  if (JSON.stringify(exchangeThroughActor()?.session) !== JSON.stringify(expected)) {
    throw new Error("The actor and the functions disagree about the exchange");
  }
}

// Many exchanges a sample: one is near the resolution of the timer.
const exchanges = 100;
let last: unknown;

function samplesOfFunctions(): void {
  for (let exchange = 0; exchange < exchanges; exchange++) last = exchangeThroughFunctions();
}

function samplesOfActor(): void {
  for (let exchange = 0; exchange < exchanges; exchange++) last = exchangeThroughActor();
}

export function measureExchange(): Measurement {
  checkAgreement();
  const time = bestOfRounds({ functions: samplesOfFunctions, actor: samplesOfActor });
  if (last === undefined) throw new Error("Nothing was measured");
  return {
    what: "An exchange through the functions: faster than an xstate actor",
    value: time.actor / time.functions,
    unit: "×",
    target: { bound: "at least", value: 15 },
    context: `${duration(time.functions / exchanges)} against ${duration(time.actor / exchanges)} an exchange`,
  };
}
