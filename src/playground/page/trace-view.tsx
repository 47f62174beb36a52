import { peerNames } from "../../exploration/world.ts";
import { printable } from "../../report/words.ts";
import { legalCalls } from "../../session/legal-calls.ts";
import type { Session } from "../../session/session.ts";
import type { OpenedTrace } from "../trace/opened-trace.ts";
import { type ConnectionPair, type ShownPair, withConnection } from "../trace/shown-pair.ts";
import { Messages, type ShownMessage } from "./messages.tsx";
import { Now } from "./now.tsx";
import { PeerCard } from "./peer/peer-card.tsx";
import type { PeerView, PeerViews } from "./peer/peer-view.ts";
import { StateDiagram } from "./state-diagram.tsx";
import { TracedLines, TraceLadder, tracedTitle } from "./trace-ladder.tsx";

/** A trace at one of its steps: what was observed, and nothing to be changed. */
export function TraceView({
  trace,
  pair,
  at,
  onMove,
  onPair,
}: {
  readonly trace: OpenedTrace;
  readonly pair: ShownPair;
  /** How many steps have happened. */
  readonly at: number;
  readonly onMove: (at: number) => void;
  readonly onPair: (connections: ConnectionPair) => void;
}) {
  const { steps, sessions, connections } = pair;
  const [now, before] = [sessions[at], sessions[Math.max(0, at - 1)]];
  if (now === undefined || before === undefined) return null;
  const peers = tracedPeers(trace, connections, now);
  const step = steps[at - 1];
  return (
    <>
      {trace.notes.map((note) => (
        <p key={note} class="note">
          {printable(note)}
        </p>
      ))}
      {trace.connections.length > 2 && <ConnectionsChoice trace={trace} connections={connections} onPair={onPair} />}
      <div class="overview">
        <StateDiagram peers={peers} before={{ a: before[0].signalingState, b: before[1].signalingState }} />
        <div class="aside">
          <Now title={step === undefined ? "Before the first step" : tracedTitle(pair, step)}>
            {step !== undefined && <TracedLines step={step} />}
          </Now>
          <Messages underWay={underWayAt(pair, at)} onStep={null} />
        </div>
      </div>
      <div class="peers">
        {peerNames.map((name) => (
          <PeerCard key={name} peer={peers[name]} calls={<LegalNow session={peers[name].session} />} />
        ))}
      </div>
      <TraceLadder trace={trace} pair={pair} at={at} onMove={onMove} />
    </>
  );
}

function tracedPeers(
  { connections: names, holdsDescriptions }: OpenedTrace,
  connections: ConnectionPair,
  sessions: readonly [Session, Session],
): PeerViews {
  const view = (index: 0 | 1): PeerView => {
    const session = sessions[index];
    const { signalingState } = session;
    const title = names[connections[index]] ?? "no other connection";
    return {
      name: peerNames[index] ?? "a",
      title,
      signalingState,
      session,
      holdsDescriptions,
      about: "",
    };
  };
  return { a: view(0), b: view(1) };
}

function LegalNow({ session }: { readonly session: Session }) {
  const legal = legalCalls(session).map(({ method, type }) =>
    method.startsWith("set") ? `${method}(${type})` : `${method}()`,
  );
  return (
    <>
      <h3>Legal now</h3>
      <p>
        {legal.length === 0
          ? "nothing"
          : legal.map((call) => (
              <code key={call} class="legal">
                {call}
              </code>
            ))}
      </p>
    </>
  );
}

function ConnectionsChoice({
  trace,
  connections,
  onPair,
}: {
  readonly trace: OpenedTrace;
  readonly connections: ConnectionPair;
  readonly onPair: (connections: ConnectionPair) => void;
}) {
  return (
    <p class="setup">
      {peerNames.map((name, index) => (
        <label key={name}>
          <span class="badge" data-peer={name}>
            {name}
          </span>{" "}
          is{" "}
          <select
            data-connection={name}
            value={connections[index]}
            onChange={({ currentTarget }) =>
              onPair(withConnection(connections, index === 0 ? 0 : 1, Number(currentTarget.value)))
            }
          >
            {trace.connections.slice(0, 500).map((id, connection) => (
              <option key={connection} value={connection}>
                {printable(id)}
              </option>
            ))}
          </select>
        </label>
      ))}
    </p>
  );
}

function underWayAt({ messages, connections }: ShownPair, at: number) {
  const shown = (lane: 0 | 1): readonly ShownMessage[] =>
    messages
      .filter(({ from, to, connection }) => connection === connections[lane] && from < at && (to === null || at <= to))
      .map(({ name, from }) => ({ name, sent: `sent in step ${from + 1}` }));
  return { a: shown(0), b: shown(1) };
}
