import type { Connection, SteppedConnection } from "../../connection/connection.ts";
import { createConnection } from "../../connection/create-connection.ts";
import type { ConnectionInput } from "../../connection/input.ts";
import type { ConnectionOptions } from "../../connection/options.ts";
import { stepConnection } from "../../connection/step.ts";
import { type Result, success } from "../../result.ts";
import { createHoldings, type Done, type Occupied } from "./holdings.ts";
import type { Limits } from "./limits.ts";
import { createMeasure } from "./measure.ts";

/** The connections of one client, within limits. A failure has changed nothing. */
export interface Connections {
  /** `requestLength` stands for what the name and the options may occupy. */
  open(name: unknown, options: unknown, requestLength: number): Result<Done>;
  /** Gives a connection an input; what becomes of the connection takes its place. */
  step(name: unknown, input: object): Result<SteppedConnection>;
  drop(name: unknown): Result<Done>;
}

/** No connections yet. */
export function createConnections(limits: Limits, total: Occupied): Connections {
  const connections = createHoldings<Connection>("connection", limits, total, createMeasure());
  return {
    open: (name, options, requestLength) =>
      connections.open(name, () => createConnection(options as ConnectionOptions | undefined), requestLength),
    step(name, input) {
      const held = connections.find(name);
      if (!held.ok) return held;
      const stepped = stepConnection(held.value, input as ConnectionInput);
      if (stepped.connection === held.value) return success(stepped);
      const kept = connections.replace(name as string, stepped.connection);
      return kept.ok ? success(stepped) : kept;
    },
    drop: connections.drop,
  };
}
