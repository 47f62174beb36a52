// `serve` and whole connections: what it answers is what the library's `step` gives.
import { describe, expect, it, vi } from "vitest";
import { maxSessionText } from "../../src/cli/serve/limits.ts";
import { createMeasure } from "../../src/cli/serve/measure.ts";
import { type Connection, createConnection, type Input, step } from "../../src/entries/connection.ts";
import { client, faultOf } from "./running/serving.ts";

const emptyOffer = "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\n";
const addTransceiver = { type: "call", call: 0, method: "addTransceiver", trackOrKind: "audio" } as const;

/** The inputs of an exchange, with a call that is refused and reports that fit nothing. */
const inputs: readonly Input[] = [
  addTransceiver,
  { type: "task", task: 0 },
  { type: "call", call: "offer", method: "setLocalDescription" },
  { type: "created", operation: 0, sdp: emptyOffer },
  { type: "applied", operation: 7 },
  { type: "applied", operation: 0 },
  { type: "reaction", operation: 0 },
  { type: "call", call: 1, method: "setRemoteDescription", description: { type: "answer" } },
  { type: "call", call: 2, method: "close" },
  { type: "call", call: 3, method: "createOffer" },
];

const asJson = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value));

describe("serve: a connection", () => {
  it("does what the library's step does, input by input", () => {
    const ask = client();
    const options = { sdp: "opaque", bundlePolicy: "max-bundle" } as const;
    expect(ask({ id: 0, op: "create", connection: "a", options })).toEqual({ id: 0, ok: true });
    let connection = createConnection(options);
    const kinds = new Set<string>();
    for (const input of inputs) {
      const expected = step(connection, input);
      connection = expected.connection;
      for (const { type } of expected.effects) kinds.add(type);
      expect(ask({ id: 1, op: "step", connection: "a", input })).toEqual({ id: 1, ...asJson(expected) });
    }
    expect([...kinds]).toEqual(
      expect.arrayContaining(["return", "start", "signalingstatechange", "resolve", "reject"]),
    );
    expect(ask({ id: 2, op: "drop", connection: "a" })).toEqual({ id: 2, ok: true });
    expect(faultOf(ask({ op: "step", connection: "a", input: addTransceiver }))).toBe('unknown connection: "a"');
  });

  it("brief leaves the connection out", () => {
    const ask = client();
    ask({ op: "create", connection: "a" });
    const { effects } = step(createConnection(), addTransceiver);
    expect(ask({ op: "step", connection: "a", input: addTransceiver, brief: true })).toEqual({ id: null, effects });
  });

  it.each([{}, { type: "x" }, [], { type: "task", task: -1 }, { type: "call", method: "close" }, { type: "created" }])(
    "an input that does not fit is ignored: %j",
    (input) => {
      const ask = client();
      ask({ op: "create", connection: "a" });
      const connection = asJson(createConnection());
      expect(ask({ op: "step", connection: "a", input })).toEqual({ id: null, effects: [], connection });
    },
  );

  it("a session and a connection of one name do not touch each other", () => {
    const ask = client();
    ask({ op: "create", session: "a" });
    ask({ op: "create", connection: "a" });
    ask({ op: "close", session: "a" });
    const close = { type: "call", call: 0, method: "close" };
    expect(ask({ op: "step", connection: "a", input: close })).toHaveProperty("effects.0.type", "destroy-ice-agent");
    expect(ask({ op: "drop", session: "a" })).toHaveProperty("ok");
    expect(ask({ op: "drop", connection: "a" })).toHaveProperty("ok");
  });

  it.each([
    [{ op: "create", connection: 1 }, "connection must be a string"],
    [{ op: "create", connection: "x".repeat(257) }, "connection is longer than 256 characters"],
    [{ op: "create", connection: "a" }, 'duplicate connection: "a"'],
    [{ op: "create", connection: "b", options: null }, "createConnection: the options must be an object"],
    [
      { op: "create", connection: "b", options: { revision: { name: "x".repeat(16_384) } } },
      "the request is longer than 16384 characters",
    ],
    [{ op: "create", connection: "b", session: "b" }, "the request must name a session or a connection, not both"],
    [{ op: "drop", connection: "a", session: "a" }, "the request must name a session or a connection, not both"],
    [{ op: "drop", connection: "b" }, 'unknown connection: "b"'],
    [{ op: "step", input: {} }, "connection must be a string"],
    [{ op: "step", connection: "b", input: {} }, 'unknown connection: "b"'],
    [{ op: "step", connection: "a" }, "input must be an object"],
    [{ op: "step", connection: "a", input: null }, "input must be an object"],
    [{ op: "step", connection: "a", input: "close" }, "input must be an object"],
  ])("%j: %s", (request, fault) => {
    const ask = client();
    ask({ op: "create", connection: "a" });
    expect(ask({ id: 2, ...request })).toEqual({ id: 2, fault });
    expect(ask({ op: "drop", connection: "b" })).toHaveProperty("fault");
    expect(ask({ op: "drop", connection: "a" })).toEqual({ id: null, ok: true });
  });
});

describe("serve: the limits of connections", () => {
  const setRemote = (length: number) => ({
    op: "step",
    connection: "a",
    brief: true,
    input: {
      ...{ type: "call", call: 0, method: "setRemoteDescription" },
      description: { type: "offer", sdp: "x".repeat(length) },
    },
  });

  it("connections count as sessions", () => {
    const ask = client({ maxSessions: 2 });
    ask({ op: "create", session: "a" });
    ask({ op: "create", connection: "a" });
    for (const kind of ["session", "connection"])
      expect(faultOf(ask({ op: "create", [kind]: "b" }))).toBe("over the limit of 2 sessions");
    ask({ op: "drop", connection: "a" });
    expect(faultOf(ask({ op: "create", session: "b" }))).toBeUndefined();
  });

  it("their text counts with that of sessions, and a fault changes nothing", () => {
    const ask = client({ maxText: 20_000 });
    const offer = (length: number) => ({
      ...{ op: "setRemoteDescription", session: "s" },
      description: { type: "offer", sdp: "x".repeat(length) },
    });
    ask({ op: "create", session: "s", options: { sdp: "opaque" } });
    ask({ op: "create", connection: "a", options: { sdp: "opaque" } });
    expect(faultOf(ask(setRemote(12_000)))).toMatch(/^over the limit of 20000/);
    const { connection } = ask({ op: "step", connection: "a", input: {} });
    expect(connection).toEqual(asJson(createConnection({ sdp: "opaque" })));
    expect(faultOf(ask(setRemote(6_000)))).toBeUndefined();
    expect(faultOf(ask(offer(12_000)))).toMatch(/^over the limit of 20000/);
    ask({ op: "drop", connection: "a" });
    expect(faultOf(ask(offer(12_000)))).toBeUndefined();
  });

  it("calls that wait count, however many", () => {
    const ask = client({ maxText: 10 * maxSessionText });
    ask({ op: "create", connection: "a", options: { sdp: "opaque" } });
    let fault: string | undefined;
    let calls = 0;
    while (fault === undefined && calls < 20) {
      fault = faultOf(ask(setRemote(1_000_000)));
      calls++;
    }
    expect(fault).toBe(`over the limit of ${maxSessionText} characters in one connection`);
    expect(calls).toBeGreaterThan(4);
  });
});

describe("the measure of a connection", () => {
  const grown = (count: number): Connection => {
    let connection = createConnection();
    for (let call = 0; call < count; call++) {
      connection = step(connection, { type: "call", call, method: "addTransceiver", trackOrKind: "audio" }).connection;
    }
    return connection;
  };

  it.each([0, 1, 100])("is about the length of its JSON, with %d transceivers", (count) => {
    const connection = grown(count);
    const length = JSON.stringify(connection).length;
    const measured = createMeasure()(connection);
    expect(measured / length).toBeGreaterThan(0.9);
    expect(measured / length).toBeLessThan(1.1);
  });

  it("looks only at what a step has made, however large the connection is", () => {
    const looked = [100, 3000].map((count) => {
      const connection = grown(count);
      const measure = createMeasure();
      measure(connection);
      const next = step(connection, {
        type: "call",
        call: "x",
        method: "setDirection",
        transceiver: 3,
        direction: "inactive",
      });
      const entries = vi.spyOn(Object, "entries");
      expect(measure(next.connection)).toBeGreaterThan(0);
      const times = entries.mock.calls.length;
      entries.mockRestore();
      return times;
    });
    expect(Math.max(...looked)).toBeLessThan(40);
  });
});
