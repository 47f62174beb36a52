import { perfectNegotiation } from "../negotiators/perfect-negotiation.ts";
import type { Act, Scenario } from "../world.ts";
import {
  addsTrack,
  addsTransceiver,
  audio,
  closes,
  createsDataChannel,
  removesTrack,
  restartsIce,
  setsDirection,
  stops,
} from "./acts.ts";

function scenario(name: string, a: readonly Act[], b: readonly Act[], more: Partial<Scenario> = {}): Scenario {
  return { name, negotiators: { a: perfectNegotiation, b: perfectNegotiation }, acts: { a, b }, ...more };
}

/** Today's text with today's example, where one side adds so many transceivers, and the other so many. */
export function addingTransceivers(a: number, b: number): Scenario {
  return scenario(`${a} + ${b} transceivers`, Array(a).fill(audio), Array(b).fill(audio));
}

/** Scenarios in which every property holds, each explored to its end. Together they show everything that has to be seen. */
export const holding: readonly Scenario[] = [
  scenario("ICE restarts", [audio, restartsIce], [audio, restartsIce]),
  scenario("stopping", [audio, audio, stops()], [audio]),
  scenario("recycling", [audio, stops(), addsTransceiver("video")], [audio]),
  scenario("closing", [audio, closes], [audio]),
  scenario("tracks", [addsTrack("1"), removesTrack()], [addsTrack("2"), addsTrack("3", "video")]),
  scenario("data channels", [createsDataChannel, audio], [createsDataChannel]),
  scenario("directions", [audio, setsDirection("recvonly")], [audio, setsDirection("inactive")]),
  scenario(
    "directions, with the mend of #3081",
    [audio, setsDirection("inactive")],
    [audio, setsDirection("recvonly")],
    {
      receptive: true,
      options: { revision: "with #3081" },
    },
  ),
  scenario("candidates, those of abandoned generations discarded", [audio], [audio], { candidates: true }),
  scenario("work that fails", [audio], [audio], { failures: 1 }),
];

/** Larger ones, to be walked through at random. */
export const walked: readonly Scenario[] = [
  scenario(
    "everything",
    [audio, addsTrack("1", "video"), createsDataChannel, setsDirection("sendonly"), restartsIce, stops(), audio],
    [addsTrack("2"), audio, setsDirection("inactive", 1), restartsIce, removesTrack(), addsTransceiver("video")],
  ),
  scenario(
    "everything, with candidates",
    [audio, addsTrack("1", "video"), restartsIce],
    [addsTrack("2"), restartsIce],
    {
      candidates: true,
    },
  ),
];
