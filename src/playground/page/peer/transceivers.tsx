import { transceiversOf } from "../../../connection/attributes.ts";
import type { Connection } from "../../../connection/connection.ts";
import type { EndpointName } from "../../../exploration/world.ts";
import { type HandCall, settableDirections } from "../../calls/hand-call.ts";
import { refusalOf, withEmptyChain } from "../../calls/offered-calls.ts";

/** The transceivers, and what can be done to each. */
export function Transceivers({
  connection,
  peer,
  onCall,
}: {
  readonly connection: Connection;
  readonly peer: EndpointName;
  readonly onCall: (call: HandCall) => void;
}) {
  const transceivers = transceiversOf(connection);
  if (transceivers.length === 0) return <p class="quiet">none</p>;
  const idle = withEmptyChain(connection);
  return (
    <div class="wide">
      <table class="transceivers">
        <thead>
          <tr>
            <th scope="col">mid</th>
            <th scope="col">kind</th>
            <th scope="col">direction</th>
            <th scope="col">current</th>
            <th scope="col">sends</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {transceivers
            .slice(0, mostTransceivers)
            .map(({ id, mid, kind, direction, currentDirection, stopped, stopping, sender }) => (
              <tr key={id}>
                <th scope="row">{mid ?? "null"}</th>
                <td>{kind}</td>
                <td>
                  {stopping || stopped ? (
                    "stopped"
                  ) : (
                    <select
                      aria-label={`Direction of transceiver ${id} of ${peer}`}
                      data-word={`${peer}.setDirection:${id}`}
                      value={direction}
                      onChange={({ currentTarget }) => {
                        const chosen = settableDirections.find((name) => name === currentTarget.value);
                        if (chosen !== undefined)
                          onCall({ method: "setDirection", transceiver: id, direction: chosen });
                      }}
                    >
                      {settableDirections.map((name) => (
                        <option key={name} value={name}>
                          {name}
                        </option>
                      ))}
                    </select>
                  )}
                </td>
                <td>{stopped ? "stopped" : (currentDirection ?? "null")}</td>
                <td>{sender.track === null ? "no track" : "a track"}</td>
                <td class="acts">
                  {(["stop", "removeTrack"] as const)
                    .filter((method) => method === "stop" || sender.track !== null)
                    .filter((method) => refusalOf(idle, { method, transceiver: id }) === null && !stopping)
                    .map((method) => (
                      <button
                        key={method}
                        type="button"
                        data-word={`${peer}.${method}:${id}`}
                        aria-label={`${peer} calls ${method}() on transceiver ${id}`}
                        onClick={() => onCall({ method, transceiver: id })}
                      >
                        {method}()
                      </button>
                    ))}
                </td>
              </tr>
            ))}
        </tbody>
      </table>
      {transceivers.length > mostTransceivers && <p class="quiet">… {transceivers.length - mostTransceivers} more</p>}
    </div>
  );
}

const mostTransceivers = 30;
