import type { Readings } from "../../sdp/description/readings.ts";
import type { InitialModel } from "../driver/initial-model.ts";
import type { IceGeneration } from "../network/ice/ice-transport.ts";
import type { Network } from "../network/network.ts";
import type { Realm } from "../web-idl/interface.ts";
import type { Clock } from "./clock.ts";
import type { ConnectionList } from "./connection-list.ts";
import type { Random } from "./random.ts";
import type { ConnectionLog } from "./trace-recorder.ts";

/** What the objects of one world share. */
export interface Environment {
  readonly clock: Clock;
  readonly random: Random;
  readonly realm: Realm;
  readonly network: Network<IceGeneration>;
  readonly readings: Readings;
  readonly initial: InitialModel;
  /** Follows what happens on each connection. */
  readonly trace: { connection(): ConnectionLog };
  /** All peer connections. */
  readonly connections: ConnectionList;
  /** Whether world.fail() has asked for this: the next such operation of the connection then fails, once. */
  takeFailure(connection: object, operation: FailingOperation): boolean;
}

/** The operations that world.fail() can let fail, by the names of the methods. */
export type FailingOperation =
  | "createOffer"
  | "createAnswer"
  | "setLocalDescription"
  | "setRemoteDescription"
  | "addIceCandidate"
  | "replaceTrack";
