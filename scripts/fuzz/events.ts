import fc from "fast-check";
import { anyArgument } from "../../property-tests/arbitraries/argument-arbitraries.ts";
import {
  createOracle,
  finish,
  follow,
  judge,
  type Observation,
  type Oracle,
  type TraceEvent,
} from "../../src/entries/oracle.ts";
import { capturedEvents } from "./captures.ts";
import { Defect, made } from "./defect.ts";
import { editedJson, type JsonEdit, jsonEdit } from "./json-mutation.ts";
import { target } from "./target.ts";

/** What is fed to an oracle, one after the other: events of a log, and observations of single calls. */
interface EventsCase {
  readonly fed: readonly { readonly kind: "event" | "observation"; readonly value: unknown }[];
}

const captured = capturedEvents().filter((events) => events.length > 0);
const calls = ["createOffer", "createAnswer", "setLocalDescription", "setRemoteDescription", "close"];
const states = ["stable", "have-local-offer", "have-remote-offer", "have-local-pranswer", "closed", "unheard-of"];

/** The events of a capture: dropped, doubled, moved and edited. */
const logs: fc.Arbitrary<readonly unknown[]> = fc
  .tuple(fc.constantFrom(...captured), fc.array(fc.tuple(fc.nat(), fc.nat(5), jsonEdit), { maxLength: 10 }))
  .map(([events, edits]) => edits.reduce(editedLog, events));

function editedLog(
  events: readonly unknown[],
  [at, what, edit]: readonly [number, number, JsonEdit],
): readonly unknown[] {
  if (events.length === 0) return events;
  const place = at % events.length;
  const event = events[place];
  const changed = [[], [event, event], [editedJson(event, [edit])], [editedJson(event, [edit])], []][what] ?? [];
  if (what !== 4) return [...events.slice(0, place), ...changed, ...events.slice(place + 1)];
  const rest = [...events.slice(0, place), ...events.slice(place + 1)];
  const to = edit.place % events.length;
  return [...rest.slice(0, to), event, ...rest.slice(to)];
}

const description = fc.option(fc.record({ type: fc.constantFrom("offer", "answer", "pranswer"), sdp: fc.string() }));
const observation: fc.Arbitrary<unknown> = fc
  .tuple(
    fc.record(
      {
        call: fc.constantFrom(...calls),
        description: fc.oneof(
          description,
          anyArgument.map(({ name }) => name),
        ),
        outcome: fc.constantFrom("applied", "rejected", "unsettled"),
        error: fc.record({ name: fc.constantFrom("TypeError", "InvalidStateError"), message: fc.string() }),
        signalingState: fc.constantFrom(...states),
        slots: fc.record({ pendingLocalDescription: description, currentLocalDescription: description }),
        events: fc.array(fc.constantFrom(...states), { maxLength: 3 }),
      },
      { requiredKeys: ["call", "outcome", "signalingState"] },
    ),
    fc.oneof(fc.constant([]), fc.array(jsonEdit, { maxLength: 2 })),
  )
  .map(([value, edits]) => editedJson(value, edits));

const eventsCase: fc.Arbitrary<EventsCase> = fc
  .tuple(logs, fc.array(fc.tuple(fc.nat(), observation), { maxLength: 4 }))
  .map(([log, observations]) => {
    const fed: EventsCase["fed"][number][] = log.map((value) => ({ kind: "event", value }));
    for (const [at, value] of observations) fed.splice(at % (fed.length + 1), 0, { kind: "observation", value });
    return { fed };
  });

function run({ fed }: EventsCase): number {
  let oracle: Oracle = createOracle();
  for (const { kind, value } of fed) {
    const text = JSON.stringify(value) ?? "";
    oracle = made(`the oracle on one ${kind}`, text, () => {
      const next = unlessRefused(() =>
        kind === "event" ? follow(oracle, value as TraceEvent) : judge(oracle, value as Observation),
      );
      return next?.oracle ?? oracle;
    });
  }
  const copy = JSON.parse(JSON.stringify(oracle)) as Oracle;
  if (JSON.stringify(finish(copy)) !== JSON.stringify(finish(oracle)))
    throw new Defect("an oracle's copy ends otherwise");
  return fed.length;
}

/** What is no event and no observation is a TypeError in words, and nothing else is thrown. */
function unlessRefused<Value>(call: () => Value): Value | null {
  try {
    return call();
  } catch (error) {
    const isRefusal = error instanceof TypeError && /^(?:follow|judge): /.test(error.message);
    if (isRefusal && error.message.length < 500) return null;
    throw error;
  }
}

/** What the oracle hears: the events of captures and observations, edited. */
export const events = target("events", eventsCase, run);
