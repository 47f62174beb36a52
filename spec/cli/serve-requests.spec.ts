// The requests of `serve` that are no calls, and those that it cannot use.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createSession } from "../../src/entries/index.ts";
import { specifications } from "../../src/specifications.ts";
import { client, faultOf } from "./running/serving.ts";

describe("serve: requests that are no calls", () => {
  it("hello", () => {
    expect(client()({ id: 4, op: "hello" })).toEqual({ id: 4, version: 1, specifications });
  });

  it.each([
    [{ state: "stable", side: "local", type: "offer" }, "have-local-offer"],
    [{ state: "stable", side: "remote", type: "answer" }, null],
    [{ state: "have-local-pranswer", side: "local", type: "rollback" }, null],
    [{ state: "have-local-pranswer", side: "local", type: "rollback", profile: "rfc9429" }, "stable"],
    [
      {
        state: "have-local-pranswer",
        side: "local",
        type: "rollback",
        profile: { name: "mine", rollbackFromPranswer: true, implicitRollback: false, modificationCheck: "off" },
      },
      "stable",
    ],
    [{ state: "stable", side: "local", type: "offer", profile: "none" }, null],
    [{ state: "stable", side: "local", type: "offer", profile: "constructor" }, null],
    [{ state: ["stable"], side: "local", type: "offer" }, null],
    [{}, null],
  ])("next %j is %s", (members, state) => {
    expect(client()({ id: 3, op: "next", ...members })).toEqual({ id: 3, state });
  });

  it("a session is there from create to drop, and can be created again", () => {
    const ask = client();
    const request = { op: "offerCreated", session: "a", sdp: "v=0", brief: true };
    for (let turn = 0; turn < 2; turn++) {
      expect(faultOf(ask(request))).toBe('unknown session: "a"');
      expect(ask({ id: 1, op: "create", session: "a" })).toEqual({ id: 1, ok: true });
      expect(ask({ id: 2, op: "close", session: "a" })).toHaveProperty("outcome.session.lastCreatedOffer", "");
      expect(ask({ id: 3, op: "drop", session: "a" })).toEqual({ id: 3, ok: true });
    }
  });

  it("the options are the library's", () => {
    const ask = client();
    const options = { profile: "rfc9429", sdp: "opaque", maxSdpLength: 5, tolerate: ["D5"] } as const;
    ask({ op: "create", session: "a", options });
    const { session } = ask({ op: "close", session: "a" }).outcome as { session: unknown };
    expect(session).toEqual({ ...createSession(options), signalingState: "closed" });
  });

  it.each(["__proto__", "constructor", "toString", "", " ", "\u0000", "\ud800"])(
    "a session may be called %j",
    (session) => {
      const ask = client();
      expect(faultOf(ask({ op: "close", session }))).toContain("unknown session");
      expect(ask({ op: "create", session })).toEqual({ id: null, ok: true });
      expect(ask({ op: "close", session, brief: true })).toHaveProperty("outcome.kind", "applied");
      expect(ask({ op: "drop", session })).toEqual({ id: null, ok: true });
      expect(Object.prototype).not.toHaveProperty("session");
    },
  );
});

describe("serve: the id", () => {
  it.each(["", "a", "\ud800", 0, -1, 1.5, Number.MAX_SAFE_INTEGER, null])("%j comes back, with a fault too", (id) => {
    expect(client()({ id, op: "next" })).toEqual({ id, state: null });
    expect(client()({ id, op: "none" })).toHaveProperty("id", id);
  });

  it("is null where it is missing", () => {
    expect(client()({ op: "next" })).toEqual({ id: null, state: null });
  });

  it.each(["true", "[1]", "{}", "1e999"])("cannot be %s: a fault, and nothing is done", (id) => {
    const ask = client();
    const answer = ask(`{"id":${id},"op":"create","session":"a"}`);
    expect(answer).toEqual({ id: null, fault: "id must be a string, a number or null" });
    expect(faultOf(ask({ op: "drop", session: "a" }))).toContain("unknown session");
  });
});

describe("serve: a fault", () => {
  it.each([
    ["", "the line is not JSON"],
    [" ", "the line is not JSON"],
    ["hello", "the line is not JSON"],
    ['{"id":1', "the line is not JSON"],
    ['{"id":1}{"id":2}', "the line is not JSON"],
    ["undefined", "the line is not JSON"],
    ["\ufeff{}", "the line is not JSON"],
    ["null", "the line is not a JSON object"],
    ["7", "the line is not a JSON object"],
    ['"create"', "the line is not a JSON object"],
    ['[{"id":1,"op":"hello"}]', "the line is not a JSON object"],
  ])("the line %j: %s", (line, fault) => {
    expect(client()(line)).toEqual({ id: null, fault });
  });

  it.each([
    [{}, "op must be a string"],
    [{ op: 1 }, "op must be a string"],
    [{ op: ["hello"] }, "op must be a string"],
    [{ op: "Hello" }, 'unknown op: "Hello"'],
    [{ op: "constructor" }, 'unknown op: "constructor"'],
    [{ op: "x".repeat(100) }, `unknown op: "${"x".repeat(40)}…"`],
    [{ op: "create" }, "session must be a string"],
    [{ op: "create", session: 1 }, "session must be a string"],
    [{ op: "create", session: "x".repeat(257) }, "session is longer than 256 characters"],
    [{ op: "create", session: "a" }, 'duplicate session: "a"'],
    [{ op: "create", session: "b", options: null }, "createSession: the options must be an object"],
    [
      { op: "create", session: "b", options: { sdp: "x" } },
      "createSession: sdp must be validate or validate-remote or opaque",
    ],
    [
      { op: "create", session: "b", options: { tolerate: ["x".repeat(16_384)] } },
      "the request is longer than 16384 characters",
    ],
    [{ op: "drop" }, "session must be a string"],
    [{ op: "drop", session: "b" }, 'unknown session: "b"'],
    [{ op: "close" }, "session must be a string"],
    [{ op: "close", session: null }, "session must be a string"],
    [{ op: "close", session: ["a"] }, "session must be a string"],
    [{ op: "close", session: "b" }, 'unknown session: "b"'],
  ])("%j: %s", (request, fault) => {
    const ask = client();
    ask({ op: "create", session: "a" });
    expect(ask({ id: 2, ...request })).toEqual({ id: 2, fault });
    // It ends nothing, and has opened nothing.
    expect(ask({ op: "drop", session: "b" })).toHaveProperty("fault");
    expect(ask({ op: "drop", session: "a" })).toEqual({ id: null, ok: true });
  });
});

describe("serve: whatever is asked", () => {
  const member = fc.oneof(
    fc.constantFrom("a", "b", "offer", "answer", "local", "remote", "stable"),
    fc.jsonValue({ maxDepth: 3 }),
  );
  const ops = [
    "create",
    "drop",
    "hello",
    "next",
    "close",
    "offerCreated",
    "answerCreated",
    "operationFailed",
    "check",
    "judge",
    "step",
    "setLocalDescription",
    "setRemoteDescription",
  ];
  const request = fc.record(
    {
      id: member,
      op: fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...ops) }, { weight: 1, arbitrary: member }),
      session: fc.oneof({ weight: 4, arbitrary: fc.constant("a") }, { weight: 1, arbitrary: member }),
      connection: fc.oneof({ weight: 1, arbitrary: fc.constant("c") }, { weight: 1, arbitrary: member }),
      input: fc.oneof(
        fc.record({
          type: fc.constantFrom("call", "created", "applied", "task", "reaction"),
          call: member,
          method: fc.constantFrom(...ops),
          operation: fc.nat(3),
          task: fc.nat(3),
          sdp: member,
        }),
        member,
      ),
      options: fc.oneof(fc.constant({ sdp: "opaque" }), member),
      description: fc.oneof(fc.record({ type: member, sdp: member }), member),
      sdp: member,
      side: member,
      type: member,
      message: member,
      state: member,
      profile: member,
      call: fc.oneof(fc.constantFrom("createOffer", "setLocalDescription", "close"), member),
      observed: fc.oneof(
        fc.record({ outcome: fc.constantFrom("applied", "rejected", "unsettled"), signalingState: member }),
        member,
      ),
      brief: fc.boolean(),
    },
    { requiredKeys: ["op"] },
  );

  it("there is an answer, with the id, and one thing said", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(request, fc.jsonValue()), { maxLength: 12 }), (requests) => {
        const ask = client();
        for (const asked of requests) {
          const { id, ...said } = ask(JSON.stringify(asked));
          const given = asked !== null && typeof asked === "object" && "id" in asked ? asked.id : null;
          expect([null, given]).toContain(id);
          const answers = [
            ["outcome"],
            ["ok"],
            ["state"],
            ["version", "specifications"],
            ["findings"],
            ["fault"],
            ["effects"],
          ];
          const judged = [
            ["conforms", "differences", "step"],
            ["conforms", "differences", "step", "session"],
            ["effects", "connection"],
          ];
          expect([...answers, ...judged]).toContainEqual(Object.keys(said));
        }
      }),
      { numRuns: 300 },
    );
  });
});
