import { isDeepStrictEqual } from "node:util";
import { createConnection, type Effect, step, transceiversOf } from "../../../src/entries/connection.ts";
import { matches } from "./matches.ts";
import type { ConnectionCase, ConnectionStep, VectorFile } from "./vectors.ts";

/** Runs a case of one connection, or of two. */
export function runConnections({ options, steps, after }: ConnectionCase, { references }: VectorFile): void {
  const peers = new Map(["a", "b"].map((name) => [name, createConnection(options)]));
  for (const { peer = "a", input, effects, signalingState } of steps) {
    const before = peers.get(peer) as ReturnType<typeof createConnection>;
    const stepped = step(before, input);
    peers.set(peer, stepped.connection);
    matchEffects(stepped.effects, effects, references);
    matches(stepped.connection.session.signalingState, signalingState ?? before.session.signalingState);
  }
  for (const [name, { transceivers, ...visible }] of Object.entries(after)) {
    const connection = peers.get(name);
    if (connection === undefined) throw new Error(`no connection ${name}`);
    const found = transceiversOf(connection);
    matches({ ...connection.session, negotiationNeeded: connection.negotiationNeeded }, visible);
    matches(found.length, transceivers.length);
    for (const [index, { id, kind, mid, direction, currentDirection, stopped, sender }] of found.entries()) {
      const rids = sender.sendEncodings.map(({ rid }) => rid);
      const seen = { id, kind, mid, direction, currentDirection, stopped, track: sender.track, rids };
      if (!isDeepStrictEqual(seen, transceivers[index])) throw new Error(`transceiver ${id} of ${name} differs`);
    }
  }
}

function matchEffects(
  found: readonly Effect[],
  expected: ConnectionStep["effects"],
  references: VectorFile["references"],
): void {
  const types = (effects: readonly object[]) => effects.map((effect) => (effect as Effect).type).join();
  matches(types(found), types(expected));
  for (const [index, effect] of found.entries()) {
    const { rejection, ...rest } = expected[index] as ConnectionStep["effects"][number];
    if ("rejection" in effect && rejection != null) {
      const reference = references[rejection.reference];
      const { rejection: actual, ...others } = effect;
      matches({ rule: null, ...actual }, { rule: null, ...rejection, reference });
      if (!isDeepStrictEqual(others, rest)) throw new Error(`another call is refused: ${JSON.stringify(others)}`);
    } else if (!isDeepStrictEqual(effect, expected[index])) {
      throw new Error(`expected ${JSON.stringify(expected[index])}, found ${JSON.stringify(effect)}`);
    }
  }
}
