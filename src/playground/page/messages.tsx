import { type EndpointName, otherPeer, peerNames } from "../../exploration/world.ts";
import { printable } from "../../report/words.ts";
import type { ScheduleStep } from "../schedule/schedule.ts";

/** A message under way, as it is shown. */
export interface ShownMessage {
  readonly name: string;
  /** Where it was sent, in words. */
  readonly sent: string;
}

/** The messages under way in both directions. Each direction keeps its order: only the first can arrive. */
export function Messages({
  underWay,
  onStep,
}: {
  /** To each peer, the first to arrive first. */
  readonly underWay: Readonly<Record<EndpointName, readonly ShownMessage[]>>;
  /** Null in a trace. */
  readonly onStep: ((step: ScheduleStep) => void) | null;
}) {
  return (
    <section class="messages" aria-label="Messages under way">
      <h2>Messages under way</h2>
      <div class="ways">
        {[...peerNames].reverse().map((peer) => (
          <Way key={peer} peer={peer} messages={underWay[peer]} onStep={onStep} />
        ))}
      </div>
    </section>
  );
}

function Way({
  peer,
  messages,
  onStep,
}: {
  readonly peer: EndpointName;
  readonly messages: readonly ShownMessage[];
  readonly onStep: ((step: ScheduleStep) => void) | null;
}) {
  return (
    <div class="way-to" data-peer={peer}>
      <h3>
        {otherPeer(peer)} → {peer}
      </h3>
      {messages.length === 0 && <p class="quiet">none</p>}
      <ol>
        {messages.map(({ name, sent }, index) => (
          <li key={index}>
            <span class="envelope" data-type={name}>
              {printable(name)}
            </span>{" "}
            <span class="quiet">{printable(sent)}</span>
            {index === 0 && onStep !== null && (
              <span class="acts">
                <button
                  type="button"
                  class="main"
                  data-word={`${peer}.deliver`}
                  aria-label={`Deliver the ${name} to ${peer}`}
                  onClick={() => onStep({ peer, kind: "deliver" })}
                >
                  Deliver
                </button>
                <button
                  type="button"
                  aria-label={`Deliver the ${name} to ${peer}, and keep it under way: it arrives twice`}
                  data-word={`${peer}.repeat`}
                  onClick={() => onStep({ peer, kind: "repeat" })}
                >
                  Twice
                </button>
                <button
                  type="button"
                  aria-label={`Lose the ${name} to ${peer}`}
                  data-word={`${peer}.lose`}
                  onClick={() => onStep({ peer, kind: "lose" })}
                >
                  Lose
                </button>
              </span>
            )}
          </li>
        ))}
      </ol>
    </div>
  );
}
