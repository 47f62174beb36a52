import type { MakePlayed } from "./script.ts";
import { SimulatedPeerConnection } from "./simulated-peer-connection.ts";

/** Makes simulated peer connections to play calls on. */
export const simulated: MakePlayed = (fault) => {
  played += 1;
  return { connection: new SimulatedPeerConnection({ origin: played, fault }), origin: String(1000 + played) };
};

let played = 0;
