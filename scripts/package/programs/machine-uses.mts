// What a user does with the machine: run in a scratch project, beside the lowest xstate that is allowed and the newest.
import { signalingMachine } from "jsep-machine/machine";
import { createActor, initialTransition, setup, transition } from "xstate";

const actor = createActor(signalingMachine);
const codes: string[] = [];
actor.on("rejected", ({ rejection }) => codes.push(rejection.code));
actor.start();
actor.send({ type: "setRemoteDescription", description: { type: "answer", sdp: "v=0" } });
console.log(actor.getSnapshot().value, codes.join());

const parent = createActor(
  setup({ actors: { signaling: signalingMachine } }).createMachine({
    invoke: { id: "signaling", src: "signaling", input: { sdp: "opaque" } },
  }),
).start();
const child = parent.getSnapshot().children.signaling;
child?.send({ type: "setRemoteDescription", description: { type: "offer", sdp: "v=0" } });
console.log(child?.getSnapshot().context.session.signalingState);

const [initial] = initialTransition(signalingMachine, { sdp: "opaque" });
const [closed] = transition(signalingMachine, initial, { type: "close" });
console.log(closed.value satisfies string);
