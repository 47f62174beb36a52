// One edge of the state machine: nextSignalingState against a switch written by hand, and against xstate.
import { initialTransition, transition } from "xstate";
import type { SignalingEvent } from "../src/entries/machine.ts";
import { handWrittenSwitch } from "./hand-written-switch.ts";
import { duration, type Measurement } from "./measurement.ts";
import { core, machine } from "./published.ts";
import { bestOfRounds } from "./rounds.ts";

const { nextSignalingState } = core;
const { signalingMachine } = machine;

const cells = core.signalingStates.flatMap((state) =>
  (["local", "remote"] as const).flatMap((side) => core.sdpTypes.map((type) => ({ state, side, type }))),
);

// Calls of one sample: enough for a timer's resolution not to matter.
const turns = 200;
let legal = 0;

// Three loops with nothing in common: in a shared one the engine would see several callees and inline none of them.
function turnsOfTheFunction(): void {
  for (let turn = 0; turn < turns; turn++) {
    for (const cell of cells) if (nextSignalingState(cell.state, cell.side, cell.type) !== null) legal++;
  }
}

function turnsOfTheSwitch(): void {
  for (let turn = 0; turn < turns; turn++) {
    for (const cell of cells) if (handWrittenSwitch(cell.state, cell.side, cell.type) !== null) legal++;
  }
}

function oneTurnOfXstate(): void {
  for (const { snapshot, event } of machineCells) {
    const [after] = transition(signalingMachine, snapshot, event);
    if (after.value !== snapshot.value) legal++;
  }
}

// A machine in each state. Under "legacy" a local description need not be one that was created, and a remote offer
// that is illegal is refused: an event is one edge, as with the functions.
const sdp = "v=0\r\n";
const paths: Record<string, readonly SignalingEvent[]> = {
  stable: [],
  "have-local-offer": [local("offer")],
  "have-remote-offer": [remote("offer")],
  "have-local-pranswer": [remote("offer"), local("pranswer")],
  "have-remote-pranswer": [local("offer"), remote("pranswer")],
  closed: [{ type: "close" }],
};

function local(type: string): SignalingEvent {
  return { type: "setLocalDescription", description: { type, sdp } };
}

function remote(type: string): SignalingEvent {
  return { type: "setRemoteDescription", description: { type, sdp } };
}

const machineCells = cells.map(({ state, side, type }) => {
  let [snapshot] = initialTransition(signalingMachine, { profile: "legacy", sdp: "opaque" });
  for (const event of paths[state] ?? []) [snapshot] = transition(signalingMachine, snapshot, event);
  return { snapshot, event: side === "local" ? local(type) : remote(type) };
});

function checkAgreement(): void {
  cells.forEach(({ state, side, type }, index) => {
    const expected = handWrittenSwitch(state, side, type);
    const { snapshot, event } = machineCells[index] as (typeof machineCells)[number];
    const [after] = transition(signalingMachine, snapshot, event);
    const agreed =
      nextSignalingState(state, side, type) === expected &&
      snapshot.value === state &&
      (after.context.outcome?.kind === "applied" ? after.value : null) === expected;
    if (!agreed) throw new Error(`The subjects disagree about ${side} ${type} in ${state}`);
  });
  for (const junk of [undefined, null, 0, "", "toString", "Stable", {}, ["stable"], Symbol("stable")] as never[]) {
    const answers = [
      nextSignalingState(junk, "local", "offer"),
      nextSignalingState("stable", junk, "offer"),
      nextSignalingState("stable", "local", junk),
      handWrittenSwitch(junk, "local", "offer"),
      handWrittenSwitch("stable", junk, "offer"),
      handWrittenSwitch("stable", "local", junk),
    ];
    if (answers.some((answer) => answer !== null)) throw new Error(`Junk was accepted: ${String(junk)}`);
  }
}

export function measureEdges(): Measurement[] {
  checkAgreement();
  const time = bestOfRounds({ function: turnsOfTheFunction, switch: turnsOfTheSwitch });
  const xstate = bestOfRounds({ xstate: oneTurnOfXstate }, { rounds: 3 }).xstate / cells.length;
  if (legal === 0) throw new Error("Nothing was measured");
  const ofFunction = time.function / turns / cells.length;
  const ofSwitch = time.switch / turns / cells.length;
  return [
    {
      what: "nextSignalingState: time of a hand-written switch",
      value: ofFunction / ofSwitch,
      unit: "×",
      target: { bound: "at most", value: 2 },
      context: `${duration(ofFunction)} against ${duration(ofSwitch)} a cell`,
    },
    {
      what: "nextSignalingState: faster than xstate's transition()",
      value: xstate / ofFunction,
      unit: "×",
      target: { bound: "at least", value: 300 },
      context: `${duration(ofFunction)} against ${duration(xstate)} a cell`,
    },
  ];
}
