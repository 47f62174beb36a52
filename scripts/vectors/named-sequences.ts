import { everythingAllowed } from "../../cases/reachable.ts";
import { sequences } from "../../cases/sequences.ts";
import { rowsOf } from "../../cases/text-table.ts";
import type { ProfileName, SessionOptions } from "../../src/entries/index.ts";
import { callNamed } from "./call.ts";
import type { Ids } from "./ids.ts";
import { operationFailedCalls } from "./operation-failed-calls.ts";
import { type NamedSequence, sequenceTables } from "./sequence-tables.ts";
import { type JudgedCall, type SessionCase, sessionCase } from "./session-case.ts";

/** Sequences written by hand, of sessions that judge states and types only. */
export function namedSequences(ids: Ids): readonly SessionCase[] {
  const legal = sequences.map(({ name, profile, calls }) => {
    const judged = calls.map((call): JudgedCall => [callNamed(call), null]);
    return sessionCase(ids.idOf("legal", profile, name), opaque(profile), judged);
  });
  return [...legal, ...sequenceTables.flatMap((sequence) => inEveryProfile(ids, sequence)), ...operationFailures(ids)];
}

function inEveryProfile(ids: Ids, { name, profiles, table }: NamedSequence): readonly SessionCase[] {
  const calls = rowsOf(`call | verdict\n${table.trim()}`).map(
    ({ call = "", verdict = "" }): JudgedCall => [callNamed(call), verdict],
  );
  return profiles.map((profile) => sessionCase(ids.idOf(...name.split("/"), profile), opaque(profile), calls));
}

function operationFailures(ids: Ids): readonly SessionCase[] {
  return [sessionCase(ids.idOf("operation-failed", "webrtc-pc"), opaque("webrtc-pc"), operationFailedCalls)];
}

function opaque(profile: ProfileName | "everything allowed"): SessionOptions {
  return { profile: profile === "everything allowed" ? everythingAllowed : profile, sdp: "opaque" };
}
