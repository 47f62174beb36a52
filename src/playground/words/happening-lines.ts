import type { Connection } from "../../connection/connection.ts";
import type { ConnectionEffect } from "../../connection/effect.ts";
import type { CallId, ConnectionInput } from "../../connection/input.ts";
import type { ConnectionRejection } from "../../connection/rejection/connection-rejection.ts";
import { waiting } from "../../connection/structure/queue.ts";
import type { Violation } from "../../exploration/properties/violation.ts";
import { otherPeer } from "../../exploration/world.ts";
import type { Happening } from "../schedule/frame.ts";
import { signalName } from "../schedule/frame.ts";

/** One thing that came of a step, in words that follow the name of the peer. */
export interface HappeningLine {
  readonly kind: "call" | "state" | "event" | "refusal" | "message" | "violation" | "sight";
  readonly text: string;
  /** Of a refusal. */
  readonly rejection: ConnectionRejection | null;
}

/** What came of a step, in its order. */
export function happeningLines({ step, fed, sent, violations, seen }: Happening): readonly HappeningLine[] {
  const lines = [
    ...fed.flatMap(({ before, input, stepped }, index) => [
      // What the step itself is about has been said.
      ...(input.type === "call" && (index > 0 || step.kind !== "call")
        ? [happeningLine("call", `calls ${input.method}(${typeOfArgument(input)})`)]
        : []),
      ...stepped.effects.flatMap((effect) => effectLine(effect, (call) => nameOfCall(call, before, input))),
    ]),
    ...sent.map((message) => happeningLine("message", `sends the ${signalName(message)} to ${otherPeer(step.peer)}`)),
    ...violations.map((violation) => happeningLine("violation", violationText(violation))),
    ...seen.map((sight) => happeningLine("sight", sight)),
  ];
  const isIgnored = step.kind === "deliver" && fed.length === 0;
  return isIgnored ? [happeningLine("event", "its code ignores it"), ...lines] : lines;
}

function happeningLine(
  kind: HappeningLine["kind"],
  text: string,
  rejection: ConnectionRejection | null = null,
): HappeningLine {
  return { kind, text, rejection };
}

// What the code did not expect has been said: the call fails.
function violationText({ property, message }: Violation): string {
  return property === "no-unexpected-error" ? "its code does not expect that" : `broken: ${message}`;
}

function typeOfArgument(input: ConnectionInput & { readonly type: "call" }): string {
  if (!("description" in input) || typeof input.description !== "object" || input.description === null) return "";
  const { type } = input.description as { readonly type?: unknown };
  return typeof type === "string" ? type : "";
}

function nameOfCall(call: CallId, before: Connection, input: ConnectionInput): string {
  if (input.type === "call" && input.call === call) return `${input.method}()`;
  const operation = waiting(before.operations).find((one) => one.call === call);
  return operation === undefined ? "a call" : `${operation.action.kind}()`;
}

function effectLine(effect: ConnectionEffect, nameOf: (call: CallId) => string): readonly HappeningLine[] {
  switch (effect.type) {
    case "resolve":
      return [happeningLine("event", `${nameOf(effect.call)} succeeds`)];
    case "reject":
    case "throw":
      return [happeningLine("refusal", `${nameOf(effect.call)} fails`, effect.rejection)];
    case "signalingstatechange":
      return [happeningLine("state", `is in ${effect.signalingState}`)];
    case "negotiationneeded":
      return [happeningLine("event", "negotiationneeded fires")];
    case "track":
      return [happeningLine("event", `track fires for transceiver ${effect.transceiver}`)];
    case "datachannel":
      return [happeningLine("event", "datachannel fires")];
    case "remove-track":
      return [happeningLine("event", `the remote track of transceiver ${effect.transceiver} is removed`)];
    case "ended":
      return [happeningLine("event", `the remote track of transceiver ${effect.transceiver} ends`)];
    default:
      return [];
  }
}
