import type { Signal } from "../../exploration/negotiators/negotiator.ts";
import type { Sight, Violation } from "../../exploration/properties/violation.ts";
import type { FedInput } from "../../exploration/run.ts";
import type { EndpointName, World } from "../../exploration/world.ts";
import type { Description, DescriptionType } from "../../signaling/description.ts";
import type { ScheduleStep } from "./schedule.ts";

/** The descriptions that a peer has sent last, by their types. */
export type SentDescriptions = Readonly<Partial<Record<DescriptionType, Description>>>;

/** What a step has done. */
export interface Happening {
  readonly step: ScheduleStep;
  /** In words that follow the name of the peer. */
  readonly what: string;
  readonly fed: readonly FedInput[];
  readonly sent: readonly Signal[];
  readonly violations: readonly Violation[];
  readonly seen: readonly Sight[];
}

/** How things stand after a step. */
export interface Frame {
  /** How many steps have led here. */
  readonly number: number;
  readonly world: World;
  readonly sent: Readonly<Record<EndpointName, SentDescriptions>>;
  /** The numbers of the frames in which the messages under way to each peer were sent. */
  readonly origins: Readonly<Record<EndpointName, readonly number[]>>;
  /** The frame in which the message was sent that has arrived in this one; null where none has. */
  readonly arrivedFrom: number | null;
  /** What led here; null at the beginning. */
  readonly happening: Happening | null;
}

/** What a message is about: the type of its description. */
export function signalName(message: Signal): string {
  return "description" in message ? message.description.type : "candidate";
}
