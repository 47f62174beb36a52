// Arbitraries of calls, and of the options of the sessions that they are made of.
import fc from "fast-check";
import {
  type Profile,
  type ProfileName,
  profiles,
  type SdpType,
  type SessionOptions,
  type Side,
} from "../../src/entries/index.ts";
import { builtInSwitches, type Switches } from "../model/model.ts";
import {
  anyArgument,
  anyCreated,
  type Created,
  created,
  plainDescription,
  sdpType,
  side,
} from "./argument-arbitraries.ts";
import type { Argument } from "./junk.ts";

/** One call of the library, as data: `commands.ts` says how to make it. */
export type Call =
  | { readonly call: "setLocalDescription" | "setRemoteDescription"; readonly argument: Argument }
  | { readonly call: "offerCreated" | "answerCreated"; readonly sdp: Created }
  | { readonly call: "operationFailed"; readonly side: Side; readonly type: SdpType; readonly message: string }
  | { readonly call: "close" };

/** How a session is created, and the switches that the model must obey. */
export interface Setting {
  readonly options: SessionOptions;
  readonly switches: Switches;
}

const setDescription: fc.Arbitrary<Call> = fc.record({
  call: fc.constantFrom("setLocalDescription", "setRemoteDescription"),
  argument: anyArgument,
});
const descriptionCreated: fc.Arbitrary<Call> = fc.record({
  call: fc.constantFrom("offerCreated", "answerCreated"),
  sdp: anyCreated,
});
const operationFailed: fc.Arbitrary<Call> = fc.record({
  call: fc.constant("operationFailed"),
  side,
  type: sdpType,
  message: fc.constantFrom("", "out of memory"),
});

// What applications do, so that the long ways round the figure are walked too.
const likely: fc.Arbitrary<Call> = fc.constantFrom<Call[]>(
  { call: "offerCreated", sdp: created("one") },
  { call: "answerCreated", sdp: created("one") },
  ...(["offer", "offer", "pranswer", "answer"] as const).map(
    (type) => ({ call: "setLocalDescription", argument: plainDescription(type, "one") }) as const,
  ),
  ...(["offer", "pranswer", "answer"] as const).map(
    (type) => ({ call: "setRemoteDescription", argument: plainDescription(type, "two") }) as const,
  ),
);

/** Any call but close(). */
export const openCall: fc.Arbitrary<Call> = fc.oneof(
  { weight: 40, arbitrary: likely },
  { weight: 40, arbitrary: setDescription },
  { weight: 20, arbitrary: descriptionCreated },
  { weight: 1, arbitrary: operationFailed },
);

/** Any call, legal or not. */
export const anyCall: fc.Arbitrary<Call> = fc.oneof(
  { weight: 150, arbitrary: openCall },
  { weight: 1, arbitrary: fc.constant({ call: "close" }) },
);

/** Up to that many calls of one session. */
export function calls(maxLength: number, call: fc.Arbitrary<Call> = anyCall): fc.Arbitrary<Call[]> {
  return fc.array(call, { maxLength, size: "max" });
}

const switches: fc.Arbitrary<Switches> = fc.record({
  rollbackFromPranswer: fc.boolean(),
  implicitRollback: fc.boolean(),
  modificationCheck: fc.constantFrom("before-state", "after-state", "off"),
});

/** Any profile, by name or by value, with its switches. */
export const profile: fc.Arbitrary<{ profile: ProfileName | Profile; switches: Switches }> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc
      .constantFrom(...(Object.keys(builtInSwitches) as ProfileName[]))
      .chain((name) => fc.constantFrom(name, profiles[name]).map((profile) => ({ profile, name })))
      .map(({ profile, name }) => ({ profile, switches: builtInSwitches[name] })),
  },
  { weight: 2, arbitrary: switches.map((switches) => ({ profile: { name: "custom", ...switches }, switches })) },
);

/** Options of every kind, SDP opaque in all of them. */
export const setting: fc.Arbitrary<Setting> = fc
  .tuple(
    fc.option(profile, { nil: { profile: undefined, switches: builtInSwitches["webrtc-pc"] }, freq: 5 }),
    fc.record(
      {
        rtcpMuxPolicy: fc.constantFrom("require", "negotiate"),
        maxSdpLength: fc.constantFrom(1_048_576, Number.MAX_SAFE_INTEGER),
        tolerate: fc.constantFrom([], ["a-rule"], ["b-rule", "a-rule", "b-rule"]),
      },
      { requiredKeys: [] },
    ),
  )
  .map(([{ profile, switches }, others]) => ({
    options: { ...others, ...(profile === undefined ? {} : { profile }), sdp: "opaque" },
    switches,
  }));
