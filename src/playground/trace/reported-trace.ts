import { sdpTypeNamed, signalingStateNamed } from "../../signaling/names.ts";
import { arrayIn, indexIn, objectIn, referenceIn, shortTextIn } from "./member.ts";
import {
  mostTracedSteps,
  type OpenedTrace,
  type TracedLine,
  type TracedMessage,
  type TracedStep,
} from "./opened-trace.ts";

/** A step, and its place in the report. */
interface PlacedStep {
  readonly connection: number;
  /** The index of the step in its connection. */
  readonly place: number;
  readonly time: number;
  readonly step: Readonly<Record<string, unknown>>;
}

/** The trace in a report, as `replay` prints it with --json or has it in a page; null where the value is no report. */
export function reportedTrace(file: string, value: unknown): OpenedTrace | null {
  const report = objectIn(value);
  if (!Array.isArray(report.connections)) return null;
  const connections = report.connections.map(objectIn);
  const sdp = arrayIn(report.sdp);
  const all = placedSteps(connections);
  const placed = all.slice(0, mostTracedSteps);
  const incomplete = shortTextIn(report.incomplete);
  return {
    file,
    connections: connections.map(({ id }, index) => `connection ${shortTextIn(id) ?? index + 1}`),
    steps: placed.map((one) => tracedStep(one, sdp)),
    messages: messagesBetween(placed, report, connections),
    holdsDescriptions: sdp.length > 0,
    notes: [
      ...(incomplete === null ? [] : [`Not all was judged: ${incomplete}`]),
      ...(all.length > placed.length ? [`The first ${mostTracedSteps} of ${all.length} calls are shown.`] : []),
    ],
  };
}

function placedSteps(connections: readonly Readonly<Record<string, unknown>>[]): readonly PlacedStep[] {
  const placed = connections.flatMap(({ steps }, connection) =>
    arrayIn(steps).map((value, place): PlacedStep => {
      const step = objectIn(value);
      return { connection, place, time: typeof step.time === "number" ? step.time : 0, step };
    }),
  );
  return placed.sort((one, other) => one.time - other.time);
}

function tracedStep({ connection, step }: PlacedStep, sdp: readonly unknown[]): TracedStep {
  const observed = objectIn(step.observed);
  const call = shortTextIn(step.call) ?? "a call";
  const type = sdpTypeNamed(step.type);
  const signalingState = observed.outcome === "unsettled" ? null : signalingStateNamed(observed.signalingState);
  const isApplied = observed.outcome === "applied";
  const isSet = isApplied && type !== null && (call === "setLocalDescription" || call === "setRemoteDescription");
  const text = sdp[indexIn(step.sdp) ?? -1];
  return {
    connection,
    what: `${call}(${type ?? ""})`,
    lines: judgedLines(step, observed),
    isProblem: step.verdict === "illegal-call" || step.verdict === "divergence",
    signalingState,
    set: isSet
      ? { side: call === "setLocalDescription" ? "local" : "remote", type, sdp: typeof text === "string" ? text : "" }
      : null,
  };
}

function judgedLines(
  step: Readonly<Record<string, unknown>>,
  observed: Readonly<Record<string, unknown>>,
): readonly TracedLine[] {
  const event = (text: string): TracedLine => ({ kind: "event", text, reference: null });
  const why = shortTextIn(step.why);
  const message = shortTextIn(observed.message);
  const cause = shortTextIn(objectIn(step.cause).what);
  const state = signalingStateNamed(observed.signalingState);
  const reference = referenceIn(step.reference);
  return [
    ...(observed.outcome === "rejected" ? [event("is refused")] : []),
    ...(observed.outcome === "unsettled" ? [event("never settled")] : []),
    ...(state !== null && state !== step.before && observed.outcome !== "unsettled"
      ? [{ kind: "state", text: `is in ${state}`, reference: null } as const]
      : []),
    ...(why === null ? [] : [{ kind: "refusal", text: why, reference } as const]),
    ...(message === null || message === why ? [] : [event(`the implementation: ${message}`)]),
    ...(cause === null ? [] : [event(`likely cause: ${cause}`)]),
  ];
}

/** The pairs of a report; where it was printed as JSON, they are in its steps. */
function messagesBetween(
  placed: readonly PlacedStep[],
  report: Readonly<Record<string, unknown>>,
  connections: readonly Readonly<Record<string, unknown>>[],
): readonly TracedMessage[] {
  const placeOf = new Map(placed.map(({ connection, place }, index) => [`${connection} ${place}`, index]));
  const pairs = Array.isArray(report.pairs) ? report.pairs.map(objectIn) : pairsInSteps(placed, connections);
  return pairs.flatMap(({ from, to }): TracedMessage[] => {
    const [start, end] = [objectIn(from), objectIn(to)];
    const [sent, arrived] = [start, end].map(({ connection, step }) => placeOf.get(`${connection} ${step}`));
    const connection = indexIn(end.connection);
    if (sent === undefined || arrived === undefined || connection === null || sent >= arrived) return [];
    return [{ name: sdpTypeNamed(placed[sent]?.step.type) ?? "description", from: sent, to: arrived, connection }];
  });
}

function pairsInSteps(
  placed: readonly PlacedStep[],
  connections: readonly Readonly<Record<string, unknown>>[],
): readonly Readonly<Record<string, unknown>>[] {
  return placed
    .filter(({ step }) => step.call === "setLocalDescription")
    .flatMap(({ connection, place, step }) =>
      arrayIn(step.pairs).map((value) => {
        const { connection: id, index } = objectIn(value);
        const other = connections.findIndex((one) => one.id === id);
        const to = arrayIn(connections[other]?.steps).findIndex((one) => objectIn(one).index === index);
        return { from: { connection, step: place }, to: { connection: other, step: to } };
      }),
    );
}
