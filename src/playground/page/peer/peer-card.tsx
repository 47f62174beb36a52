import type { ComponentChildren } from "preact";
import { printable } from "../../../report/words.ts";
import type { PeerView } from "./peer-view.ts";
import { Slots } from "./slots.tsx";

/** What is shown of a peer: its state and its slots, and beside them whatever else is known. */
export function PeerCard({
  peer: { name, title, signalingState, session, holdsDescriptions, about },
  calls,
  children,
}: {
  readonly peer: PeerView;
  readonly calls: ComponentChildren;
  readonly children?: ComponentChildren;
}) {
  return (
    <section class="peer" data-peer={name} aria-label={`Peer ${name}`}>
      <header>
        <h2>
          <span class="badge" data-peer={name}>
            {name}
          </span>{" "}
          {printable(title)}
        </h2>
        <p class="state">
          <span class="swatch" data-state={signalingState} /> <b>{signalingState}</b>
        </p>
      </header>
      {about !== "" && <p class="quiet">{about}</p>}
      {calls}
      <h3>Descriptions</h3>
      {holdsDescriptions ? (
        <Slots session={session} />
      ) : (
        <p class="quiet">This file does not hold them: open the dump beside it.</p>
      )}
      {children}
    </section>
  );
}
