import { recordedArgument, sdpIn } from "../oracle/evidence/argument.ts";
import { memberOf } from "../oracle/evidence/plain-data.ts";
import { settlementOf } from "../oracle/evidence/settled-call.ts";
import { type CallEvent, createdBy, type SettledEvent, type TraceEvent } from "../oracle/evidence/trace-event.ts";
import type { Step } from "../oracle/verdict/step.ts";

/** The SDP of a set call, as a keeper keeps it. */
export interface SetSdp<Kept> {
  /** What was passed or, without SDP, what the call created and set; null where the log does not hold it. */
  readonly set: Kept | null;
  /** What the connection had created last, of that type: other SDP where the application changed it. */
  readonly created: Kept | null;
}

const noSdp: SetSdp<never> = { set: null, created: null };

/** Keeps the SDP of a connection's calls while its log is read. */
export interface SdpKeeper<Kept> {
  event(event: TraceEvent): void;
  /** The SDP of every step; the steps are all of the connection, in their order. */
  sdpOf(steps: readonly Step[]): readonly SetSdp<Kept>[];
}

/**
 * Keeps the SDP of a connection whose log begins. Each call that sets a description, and each close(), has a step.
 *
 * @param kept what to keep of an SDP
 * @param hasRoom asked once for each call; calls from the first for which there is no room have no SDP
 */
export function sdpKeeper<Kept>(kept: (sdp: string) => Kept, hasRoom: () => boolean = always): SdpKeeper<Kept> {
  const found: SetSdp<Kept>[] = [];
  let calls = 0;
  const open = new UnsettledPlaces();
  const created = new Map<unknown, Kept>();

  function settle(event: SettledEvent): void {
    const { created: description } = settlementOf(null, event);
    if (createdBy(event.call) !== null) {
      if (description !== null) created.set(description.type, kept(description.sdp));
      return;
    }
    const place = open.take(event);
    const call = place === undefined ? undefined : found[place];
    if (place !== undefined && call?.set === null)
      found[place] = { ...call, set: description === null ? null : kept(description.sdp) };
  }

  function passedSdp({ call, description }: CallEvent): SetSdp<Kept> {
    const passed = sdpIn(recordedArgument(description));
    const set = passed === null || passed === "" ? null : kept(passed);
    const isLocal = call === "setLocalDescription";
    return { set, created: isLocal ? (created.get(memberOf(description, "type")) ?? null) : null };
  }

  return {
    event(event) {
      if (event.kind === "settled") settle(event);
      else if (event.kind === "call" && createdBy(event.call) === null) {
        open.add(event, calls);
        if (hasRoom()) found.push(passedSdp(event));
        calls += 1;
      }
    },
    sdpOf(steps) {
      let next = 0;
      return steps.map(({ call }) => {
        if (createdBy(call) !== null) return noSdp;
        next += 1;
        return found[next - 1] ?? noSdp;
      });
    },
  };
}

function always(): boolean {
  return true;
}

// A settlement belongs to the call of its number, else to the oldest open call of its name.
class UnsettledPlaces {
  readonly #numbered = new Map<number, number>();
  readonly #queues = new Map<string, { places: number[]; next: number }>();

  add({ id, call }: CallEvent, place: number): void {
    if (id !== undefined) this.#numbered.set(id, place);
    else this.#queueOf(call).places.push(place);
  }

  take({ id, call }: SettledEvent): number | undefined {
    if (id !== undefined) return this.#numbered.get(id);
    const queue = this.#queueOf(call);
    queue.next += 1;
    return queue.places[queue.next - 1];
  }

  #queueOf(call: string): { places: number[]; next: number } {
    const queue = this.#queues.get(call) ?? { places: [], next: 0 };
    this.#queues.set(call, queue);
    return queue;
  }
}
