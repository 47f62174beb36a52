import { createConnection } from "../../connection/create-connection.ts";
import type { Endpoint, EndpointName, Scenario, World } from "../world.ts";

/** Where a scenario begins. The exploration's own SDP is not judged in each of its steps. */
export function firstWorld(scenario: Scenario): World {
  return { peers: { a: firstPeer("a", scenario), b: firstPeer("b", scenario) }, network: { a: [], b: [] } };
}

function firstPeer(name: EndpointName, { options, negotiators, acts, failures = 0 }: Scenario): Endpoint {
  return {
    connection: createConnection({ sdp: "opaque", ...options }),
    variables: negotiators[name].variables,
    open: {},
    agenda: [],
    acts: acts[name],
    own: [],
    generation: 1,
    gathered: [],
    failures,
    stable: null,
  };
}
