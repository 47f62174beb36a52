// What a React user writes: only type-checked, in a scratch project.
import { useActor, useActorRef, useSelector } from "@xstate/react";
import type { Session, SignalingState } from "jsep-machine";
import { signalingMachine } from "jsep-machine/machine";

export function useSignaling(): readonly [SignalingState, Session, () => void] {
  const [snapshot, send] = useActor(signalingMachine);
  const [opaque] = useActor(signalingMachine, { input: { sdp: "opaque" } });
  const reference = useActorRef(signalingMachine, { input: {} });
  const session = useSelector(reference, ({ context }) => context.session);
  // @ts-expect-error: the machine knows no such event.
  send({ type: "nonsense" });
  return [opaque.value, snapshot.matches("stable") ? session : snapshot.context.session, () => send({ type: "close" })];
}
