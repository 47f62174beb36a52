export {
  type SignalingContext,
  type SignalingEmitted,
  type SignalingEvent,
  type SignalingMachine,
  signalingMachine,
} from "../machine/signaling-machine.ts";
