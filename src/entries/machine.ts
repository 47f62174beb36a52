/**
 * The functions of `jsep-machine` and of `jsep-machine/connection` as xstate 5 statecharts.
 *
 * @module
 */
export {
  type ConnectionMachine,
  type ConnectionMachineContext,
  type ConnectionMachineValue,
  connectionMachine,
  type NegotiationState,
  type OperationsState,
} from "../machine/connection-machine.ts";
export {
  type SignalingContext,
  type SignalingEmitted,
  type SignalingEvent,
  type SignalingMachine,
  signalingMachine,
} from "../machine/signaling-machine.ts";
