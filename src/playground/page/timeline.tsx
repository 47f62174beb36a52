import { useMemo } from "preact/hooks";
import { peerNames } from "../../exploration/world.ts";
import { Ladder } from "../../viewer/ladder/ladder.tsx";
import { type LaneEvent, ladderRows, type PairedMessage } from "../../viewer/ladder/lanes.ts";
import { groupsOf, type StepGroup } from "../schedule/groups.ts";
import type { Playing } from "../schedule/playing.ts";
import { type HappeningLine, happeningLines } from "../words/happening-lines.ts";
import { RejectionReason } from "./rejection-reason.tsx";

/** A row of the timeline. */
interface GroupEvent extends LaneEvent {
  readonly group: StepGroup;
}

/** All steps of the schedule, those to come too: each leads to its place. */
export function Timeline({
  playing,
  everyTurn,
  onMove,
}: {
  readonly playing: Playing;
  readonly everyTurn: boolean;
  readonly onMove: (at: number) => void;
}) {
  const { steps, frames, at } = playing;
  const rows = useMemo(() => {
    const groups = groupsOf(steps, everyTurn);
    const events = groups.map((group, index) => groupEvent(playing, group, index));
    return ladderRows(peerNames.length, events, messagesAmong(playing, groups));
  }, [steps, frames, everyTurn]);
  return (
    <section class="timeline" aria-label="Schedule">
      <h2>Schedule</h2>
      {rows.length === 0 && <p class="quiet">Nothing has happened: make a call, or choose a preset.</p>}
      <Ladder lanes={["a", "b"]} rows={rows} timeOf={({ time }) => `${time + 1}`}>
        {(event) => <GroupCard {...{ playing, event, at, onMove }} />}
      </Ladder>
    </section>
  );
}

function groupEvent({ frames }: Playing, group: StepGroup, index: number): GroupEvent {
  const lane = peerNames.indexOf(group.peer);
  const signalingState = frames[group.to]?.world.peers[group.peer].connection.session.signalingState ?? null;
  return { lane, time: index, id: `group-${index}`, signalingState, group };
}

function messagesAmong({ frames }: Playing, groups: readonly StepGroup[]): readonly PairedMessage[] {
  const groupOfFrame = (number: number) => groups.findIndex(({ from, to }) => from < number && number <= to);
  return frames.flatMap(({ number, arrivedFrom }) =>
    arrivedFrom === null ? [] : [{ from: `group-${groupOfFrame(arrivedFrom)}`, to: `group-${groupOfFrame(number)}` }],
  );
}

function GroupCard({
  playing,
  event: { group, time, lane },
  at,
  onMove,
}: {
  readonly playing: Playing;
  readonly event: GroupEvent;
  readonly at: number;
  readonly onMove: (at: number) => void;
}) {
  const isHere = group.from < at && at <= group.to;
  const { what, lines } = whatHappened(playing, group);
  const problems = lines.filter(({ kind }) => kind === "refusal" || kind === "violation");
  return (
    <div
      class="card"
      data-future={at <= group.from}
      data-here={isHere}
      data-verdict={problems.length > 0 ? "illegal-call" : ""}
    >
      <button
        type="button"
        class="head"
        data-group={time}
        aria-current={isHere ? "step" : undefined}
        onClick={() => onMove(group.to)}
      >
        <code class="call">
          {peerNames[lane]} {what}
        </code>
      </button>
      <HappeningLines lines={lines} />
    </div>
  );
}

/** What the steps of a group have done: the first names the group. */
export function whatHappened(
  { frames }: Playing,
  { from, to }: StepGroup,
): { readonly what: string; readonly lines: readonly HappeningLine[] } {
  const happenings = frames.slice(from + 1, to + 1).flatMap(({ happening }) => happening ?? []);
  return { what: happenings[0]?.what ?? "", lines: happenings.flatMap((happening) => happeningLines(happening)) };
}

/** What came of a step. */
export function HappeningLines({ lines }: { readonly lines: readonly HappeningLine[] }) {
  if (lines.length === 0) return null;
  return (
    <ul class="lines">
      {lines.map(({ kind, text, rejection }, index) => (
        <li key={index} data-kind={kind}>
          {text}
          {rejection !== null && <RejectionReason rejection={rejection} />}
        </li>
      ))}
    </ul>
  );
}
