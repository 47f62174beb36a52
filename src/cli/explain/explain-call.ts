import { resynchronise } from "../../oracle/expected/resynchronise.ts";
import { createSession } from "../../session/create-session.ts";
import type { Outcome } from "../../session/outcome.ts";
import { callName } from "../../session/rejection/refuse.ts";
import { makeSession, type Session } from "../../session/session.ts";
import { setLocalDescription, setRemoteDescription } from "../../session/set-description.ts";
import type { ProfileName } from "../../signaling/profile.ts";
import type { SdpType, Side, SignalingState } from "../../signaling/transition-table.ts";
import { type Reference, rfc, webrtcPc } from "../../specifications.ts";
import { exitStatus, type Terminal } from "../terminal.ts";
import { see } from "./see.ts";

/** Says whether a call is legal, what follows, and where the rule stands. */
export function explainCall(
  state: SignalingState,
  side: Side,
  type: SdpType,
  { profile }: { readonly profile: ProfileName },
  terminal: Terminal,
): number {
  const session = sessionIn(state, profile);
  const outcome = setSomeDescription(session, side, type);
  const refused = outcome.kind !== "applied";
  const { style } = terminal;
  const verdict = refused ? style.red("refused") : style.green("legal");
  const lines = [
    style.bold(`${callName({ side, type })} in ${state}, by the profile ${profile}: `) + verdict,
    ...(refused ? refusalLines(outcome) : consequenceLines(outcome, side, type)),
  ];
  terminal.print(`${lines.join("\n  ")}\n`);
  return refused ? exitStatus.found : exitStatus.nothing;
}

const someSdp = "v=0";

// A session in that state, with an offer and an answer created, so that either may be set.
function sessionIn(state: SignalingState, profile: ProfileName): Session {
  const { session } = resynchronise({ session: createSession({ profile, sdp: "opaque" }), unseenSdp: [] }, state);
  return makeSession({ ...session, lastCreatedOffer: someSdp, lastCreatedAnswer: someSdp });
}

function setSomeDescription(session: Session, side: Side, type: SdpType): Outcome {
  const set = side === "local" ? setLocalDescription : setRemoteDescription;
  return set(session, { type, sdp: someSdp });
}

function refusalLines(outcome: Outcome): string[] {
  if (outcome.kind !== "rejected") return [];
  const { error, code, message, reference } = outcome.rejection;
  return [`error: ${error} (${code})`, message, see(reference)];
}

function consequenceLines(outcome: Outcome, side: Side, type: SdpType): string[] {
  if (outcome.kind !== "applied") return [];
  const { session, rolledBack } = outcome;
  const effects = [...(rolledBack?.effects ?? []), ...outcome.effects];
  const implicit =
    rolledBack === null ? [] : ["by implicit rollback: the local offer is rolled back first, by way of stable"];
  const names = effects.map((effect) =>
    "signalingState" in effect ? `${effect.type} (${effect.signalingState})` : effect.type,
  );
  return [
    ...implicit,
    `state afterwards: ${session.signalingState}`,
    `effects: ${names.length === 0 ? "none" : names.join(", ")}`,
    see(rolledBack === null ? ruleFor(side, type) : webrtcPc("dom-peerconnection-setremotedescription")),
  ];
}

function ruleFor(side: Side, type: SdpType): Reference {
  if (type === "rollback") return rfc(9429, "5.7");
  return rfc(9429, side === "local" ? "5.5" : "5.6");
}
