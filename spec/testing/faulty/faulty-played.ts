import { createWorld } from "../../../src/entries/fake.ts";
import type { MakePlayed } from "../simulated/script.ts";
import { faultyClass } from "./faulty-peer-connection.ts";

/** Makes peer connections of one world of the fake, to play calls on. */
export function faultyFake(): MakePlayed {
  const FaultyPeerConnection = faultyClass(createWorld());
  return (fault) => {
    const connection = new FaultyPeerConnection({ fault });
    connection.createDataChannel("check");
    return { connection, origin: connection.origin };
  };
}
