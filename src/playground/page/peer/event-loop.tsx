import type { Connection } from "../../../connection/connection.ts";
import { choicesOf } from "../../../exploration/choices.ts";
import { describeChoice } from "../../../exploration/trace.ts";
import type { EndpointName, World } from "../../../exploration/world.ts";
import type { ScheduleStep } from "../../schedule/schedule.ts";
import { operationsInWords } from "../../words/operation-words.ts";

/** The operations chain, the operation first that is executed. */
export function OperationsChain({ connection }: { readonly connection: Connection }) {
  const operations = operationsInWords(connection);
  if (operations.length === 0) return <p class="quiet chain">empty</p>;
  return (
    <ol class="chain">
      {operations.map(({ id, name, phase }) => (
        <li key={id}>
          <code>{name}</code> <span class="quiet">{phase}</span>
        </li>
      ))}
    </ol>
  );
}

/** What waits in the event loop of a peer, each with a button where it may come next. */
export function WaitingTasks({
  world,
  peer,
  onStep,
}: {
  readonly world: World;
  readonly peer: EndpointName;
  readonly onStep: (step: ScheduleStep) => void;
}) {
  const endpoint = world.peers[peer];
  const choices = choicesOf(peer, endpoint, false);
  const canRun = choices.flatMap((choice) => (choice.kind === "agenda" ? [choice] : []));
  const canFail = new Set(choices.flatMap((choice) => (choice.kind === "failure" ? [choice.item] : [])));
  if (endpoint.agenda.length === 0) return <p class="quiet">nothing waits</p>;
  return (
    <ol class="loop">
      {endpoint.agenda.map((_, item) => {
        const choice = canRun.find((one) => one.item === item);
        const what = describeChoice(world, { peer, kind: "agenda", item });
        return (
          <li key={item}>
            {what}
            {choice === undefined && <span class="quiet"> after those above</span>}
            <span class="acts">
              {choice !== undefined && (
                <button
                  type="button"
                  class="main"
                  data-word={`${peer}.run${item === 0 ? "" : item}`}
                  aria-label={`${peer} ${what}`}
                  onClick={() => onStep({ peer, kind: "run", item })}
                >
                  Run
                </button>
              )}
              {canFail.has(item) && (
                <button
                  type="button"
                  data-word={`${peer}.fail${item === 0 ? "" : item}`}
                  aria-label={`${peer} ${what}: let it fail`}
                  onClick={() => onStep({ peer, kind: "fail", item })}
                >
                  Fail
                </button>
              )}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
