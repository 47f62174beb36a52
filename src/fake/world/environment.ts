import type { Clock } from "./clock.ts";
import type { Random } from "./random.ts";

/** What the objects of one world share. */
export interface Environment {
  readonly clock: Clock;
  readonly random: Random;
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
