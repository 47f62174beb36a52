import { peerNames } from "../../exploration/world.ts";
import type { Frame } from "../schedule/frame.ts";
import { signalName } from "../schedule/frame.ts";
import { groupsOf } from "../schedule/groups.ts";
import { negotiations } from "../schedule/negotiations.ts";
import { frameNow, type Playing } from "../schedule/playing.ts";
import { presetPlayed } from "../schedule/presets.ts";
import { restFindings } from "../schedule/rest-findings.ts";
import type { ScheduleStep } from "../schedule/schedule.ts";
import { Messages, type ShownMessage } from "./messages.tsx";
import { Now } from "./now.tsx";
import type { PeerView, PeerViews } from "./peer/peer-view.ts";
import { PlayedPeer } from "./peer/played-peer.tsx";
import { StateDiagram } from "./state-diagram.tsx";
import { HappeningLines, Timeline, whatHappened } from "./timeline.tsx";

/** A schedule at one of its places. */
export function ScheduleView({
  playing,
  everyTurn,
  onStep,
  onMove,
}: {
  readonly playing: Playing;
  readonly everyTurn: boolean;
  readonly onStep: (step: ScheduleStep) => void;
  readonly onMove: (at: number) => void;
}) {
  const frame = frameNow(playing);
  const peers = viewsOf(playing, frame);
  const groups = groupsOf(playing.steps, everyTurn);
  const group = groups.find(({ from, to }) => from < playing.at && playing.at <= to);
  const undone = restFindings(frame, playing.setup);
  const next = groups.find(({ to }) => to > playing.at);
  const preset = presetPlayed(playing);
  const before = bothStates(playing.frames[group?.from ?? playing.at] ?? frame);
  const { what, lines } =
    group === undefined ? { what: "", lines: [] } : whatHappened(playing, { ...group, to: playing.at });
  return (
    <>
      {preset !== null && (
        <p class="caption">
          <b>{preset.name}.</b> {preset.shows}
        </p>
      )}
      <div class="overview">
        <StateDiagram peers={peers} before={before} />
        <div class="aside">
          <Now title={group === undefined ? startText(playing) : `${group.peer} ${what}`}>
            <HappeningLines lines={lines} />
            {playing.steps.length === 0 && <p>{invitation}</p>}
            {undone.length > 0 && <p class="unrest">Nothing is under way any more, but {undone.join(", ")}.</p>}
            {next !== undefined && (
              <p class="quiet">
                Next: {next.peer} {whatHappened(playing, next).what}
              </p>
            )}
          </Now>
          <Messages underWay={messagesIn(frame, groups)} onStep={onStep} />
        </div>
      </div>
      <div class="peers">
        {peerNames.map((name) => (
          <PlayedPeer key={name} peer={peers[name]} frame={frame} everyTurn={everyTurn} onStep={onStep} />
        ))}
      </div>
      <Timeline playing={playing} everyTurn={everyTurn} onMove={onMove} />
    </>
  );
}

const invitation =
  "Make calls at a and b, deliver the messages between them, and see what each state allows. Or choose a preset, and step through it.";

function startText({ steps }: Playing): string {
  return steps.length === 0 ? "Two peers that have not negotiated" : "Before the first step";
}

function viewsOf({ setup }: Playing, { world }: Frame): PeerViews {
  const view = (name: "a" | "b"): PeerView => {
    const { session } = world.peers[name].connection;
    const negotiation = negotiations[setup[name]];
    const role = negotiation.hasRoles ? (name === "b" ? ", polite" : ", impolite") : "";
    const title = `${negotiation.title}${role}`;
    return {
      name,
      title,
      signalingState: session.signalingState,
      session,
      holdsDescriptions: true,
      about: negotiation.does,
    };
  };
  return { a: view("a"), b: view("b") };
}

function bothStates({ world: { peers } }: Frame) {
  return { a: peers.a.connection.session.signalingState, b: peers.b.connection.session.signalingState };
}

function messagesIn(
  { world: { network }, origins }: Frame,
  groups: ReturnType<typeof groupsOf>,
): Readonly<Record<"a" | "b", readonly ShownMessage[]>> {
  const shown = (to: "a" | "b") =>
    network[to].map((message, index): ShownMessage => {
      const origin = origins[to][index] ?? 0;
      const place = groups.findIndex(({ from, to: end }) => from < origin && origin <= end) + 1;
      return { name: signalName(message), sent: `sent in step ${place}` };
    });
  return { a: shown("a"), b: shown("b") };
}
