import type { EndpointName } from "../../../exploration/world.ts";
import { type HandCall, mediaCalls, negotiatingCalls } from "../../calls/hand-call.ts";
import { offeredCalls } from "../../calls/offered-calls.ts";
import type { Frame } from "../../schedule/frame.ts";
import type { ScheduleStep } from "../../schedule/schedule.ts";
import { Calls } from "./calls.tsx";
import { OperationsChain, WaitingTasks } from "./event-loop.tsx";
import { PeerCard } from "./peer-card.tsx";
import type { PeerView } from "./peer-view.ts";
import { Transceivers } from "./transceivers.tsx";

/** A peer of a schedule, with all that can be done at it. */
export function PlayedPeer({
  peer,
  frame,
  everyTurn,
  onStep,
}: {
  readonly peer: PeerView;
  readonly frame: Frame;
  readonly everyTurn: boolean;
  readonly onStep: (step: ScheduleStep) => void;
}) {
  const { name } = peer;
  const endpoint = frame.world.peers[name];
  const { connection } = endpoint;
  const onCall = (call: HandCall) => onStep({ peer: name, kind: "call", call });
  const isBusy = connection.operations.items.size > connection.operations.first;
  return (
    <PeerCard
      peer={peer}
      calls={
        <>
          <h3>Calls</h3>
          <Calls
            peer={name}
            offered={offeredCalls(frame, name, [...negotiatingCalls, ...mediaCalls])}
            onCall={onCall}
          />
          {isBusy && (
            <p class="quiet">The operations chain is busy: a call waits, and is judged when its turn comes.</p>
          )}
        </>
      }
    >
      <h3>Operations chain</h3>
      <OperationsChain connection={connection} />
      {(everyTurn || endpoint.agenda.length > 0) && (
        <>
          <h3>Event loop</h3>
          <WaitingTasks world={frame.world} peer={name} onStep={onStep} />
        </>
      )}
      <h3>Transceivers</h3>
      <Transceivers connection={connection} peer={name} onCall={onCall} />
      <Flags name={name} frame={frame} />
    </PeerCard>
  );
}

function Flags({ name, frame }: { readonly name: EndpointName; readonly frame: Frame }) {
  const { connection, variables } = frame.world.peers[name];
  const flags = Object.entries({
    "[[NegotiationNeeded]]": connection.negotiationNeeded,
    ...variables,
  });
  return (
    <ul class="flags" aria-label={`Flags of ${name}, and the variables of its code`}>
      {flags.map(([flag, value]) => (
        <li key={flag} data-set={value}>
          <code>{flag}</code> {`${value}`}
        </li>
      ))}
    </ul>
  );
}
