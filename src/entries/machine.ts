/**
 * The functions of `jsep-machine` as an xstate 5 statechart.
 *
 * @module
 */
export {
  type SignalingContext,
  type SignalingEmitted,
  type SignalingEvent,
  type SignalingMachine,
  signalingMachine,
} from "../machine/signaling-machine.ts";
