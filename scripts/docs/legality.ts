import {
  nextSignalingState,
  type Profile,
  profiles,
  type SdpType,
  type Side,
  setRemoteDescription,
} from "../../src/entries/index.ts";
import type { SignalingState } from "../../src/signaling/transition-table.ts";
import { sdpTypes, sides, signalingStates } from "../../src/signaling/transition-table.ts";
import { rfc, webrtcPc } from "../../src/specifications.ts";
import { link, markdownTable, page } from "./page.ts";
import { sdp, sessionIn } from "./sessions.ts";

/** docs/legality.md: what each profile allows in each state. */
export function legalityPage(): string {
  return page(
    "What is legal in which state",
    "Each row is a signaling state, each column a call: `setLocalDescription` (local) or `setRemoteDescription` (remote) " +
      "with a type. A cell names the state that the call leads to; `·` means that it is refused with InvalidStateError.",
    notes,
    "## The profiles",
    switches(),
    ...Object.values(profiles).flatMap(profileSection),
  );
}

const notes = [
  `- † Rollback from a provisional answer: allowed by ${link(rfc(9429, "5.7"))}, refused by`,
  `  ${link(webrtcPc("set-description"))}. The effect of a rollback is the same whichever side it is set on.`,
  "- ‡ Implicit rollback: a local rollback is set first, then the remote offer. The session passes through `stable`. If the",
  "  offer is then refused, the rollback stands. Implicit rollback is in",
  `  ${link(webrtcPc("dom-peerconnection-setremotedescription"))} only. It is not an edge, so \`nextSignalingState\` is null.`,
  `- The edges are those of ${link(rfc(9429, "3.2"))}.`,
].join("\n");

function switches(): string {
  return markdownTable(
    ["profile", "rollback from a provisional answer", "implicit rollback", "local modification check"],
    Object.values(profiles).map((profile) => [
      `\`${profile.name}\`${profile === profiles["webrtc-pc"] ? " (default)" : ""}`,
      profile.rollbackFromPranswer ? "allowed †" : "refused",
      profile.implicitRollback ? "yes ‡" : "no",
      profile.modificationCheck.replace("-", " the ").replace("state", "state check"),
    ]),
  );
}

function profileSection(profile: Profile): string[] {
  const columns = sides.flatMap((side) => sdpTypes.map((type) => ({ side, type })));
  const rows = signalingStates.map((state) => [
    `**${state}**`,
    ...columns.map(({ side, type }) => cell(state, side, type, profile)),
  ]);
  const head = ["state", ...columns.map(({ side, type }) => `${side} ${type}`)];
  const legal = columns.flatMap(({ side, type }) =>
    signalingStates.filter((state) => nextSignalingState(state, side, type, profile) !== null),
  ).length;
  const count = `${legal} of the ${signalingStates.length * columns.length} cells are edges of the state machine.`;
  return [`## ${profile.name}`, count, markdownTable(head, rows)];
}

function cell(state: SignalingState, side: Side, type: SdpType, profile: Profile): string {
  const next = nextSignalingState(state, side, type, profile);
  if (next !== null) return isRollbackFromPranswer(state, side, type) ? `${next} †` : next;
  const afterImplicitRollback = side === "remote" && type === "offer" ? implicitRollback(state, profile) : null;
  return afterImplicitRollback === null ? "·" : `${afterImplicitRollback} ‡`;
}

// An edge that is there only because the profile's switch says so.
function isRollbackFromPranswer(state: SignalingState, side: Side, type: SdpType): boolean {
  const without = { ...profiles.rfc9429, rollbackFromPranswer: false };
  return nextSignalingState(state, side, type, without) === null;
}

// Where a remote offer leads that is no edge: asked of a real session.
function implicitRollback(state: SignalingState, profile: Profile): SignalingState | null {
  const outcome = setRemoteDescription(sessionIn(state, profile), { type: "offer", sdp });
  return outcome.kind === "applied" && outcome.rolledBack !== null ? outcome.session.signalingState : null;
}
