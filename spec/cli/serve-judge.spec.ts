// `serve`: judge and check answer as the library does.
import { describe, expect, it } from "vitest";
import { alice, balanced, bob } from "../../cases/sdp/given/descriptions.ts";
import { createOracle, judge, type Observation } from "../../src/entries/oracle.ts";
import { checkSdp } from "../../src/entries/sdp.ts";
import { client, faultOf } from "./running/serving.ts";

const offer = { type: "offer", sdp: balanced(alice, "actpass") } as const;
const answer = { type: "answer", sdp: balanced(bob, "active") } as const;

const observations: readonly Observation[] = [
  { call: "createOffer", outcome: "applied", created: offer, signalingState: "stable" },
  {
    call: "setLocalDescription",
    outcome: "applied",
    signalingState: "have-local-offer",
    slots: { pendingLocalDescription: offer },
  },
  { call: "setRemoteDescription", description: answer, outcome: "applied", signalingState: "stable" },
  {
    call: "setRemoteDescription",
    description: answer,
    outcome: "rejected",
    error: { name: "InvalidStateError" },
    signalingState: "stable",
  },
  {
    call: "setRemoteDescription",
    description: answer,
    outcome: "rejected",
    error: { name: "OperationError" },
    signalingState: "stable",
  },
  { call: "setRemoteDescription", outcome: "applied", signalingState: "have-remote-offer" },
  { call: "close", outcome: "applied", signalingState: "closed" },
];

function requestOf({ call, description, ...observed }: Observation): object {
  return { op: "judge", session: "a", call, observed, ...(description === undefined ? {} : { description }) };
}

describe("serve: judge", () => {
  it("says what judge() of the library says, call by call", () => {
    const ask = client();
    const knownDeviations = [{ code: "wrong-error-remote-answer-in-stable", reason: "ours" }];
    ask({ op: "create", session: "a", options: { knownDeviations } });
    let oracle = createOracle({ knownDeviations });
    const verdicts = observations.map((observation) => {
      const { oracle: after, conforms, differences, step } = judge(oracle, observation);
      oracle = after;
      const { differences: _, ...rest } = step;
      const { id: __, ...answered } = ask(requestOf(observation));
      expect(answered).toEqual(
        JSON.parse(JSON.stringify({ conforms, differences, step: rest, session: oracle.session })),
      );
      return step.verdict;
    });
    expect(verdicts).toEqual([
      "conforms",
      "conforms",
      "conforms",
      "illegal-call",
      "known-deviation",
      "divergence",
      "conforms",
    ]);
  });

  it("leaves the session out where the request is brief", () => {
    const ask = client();
    ask({ op: "create", session: "a" });
    expect(Object.keys(ask({ ...requestOf(observations[0] as Observation), brief: true }))).toEqual([
      "id",
      "conforms",
      "differences",
      "step",
    ]);
  });

  it.each([
    [{ session: "b" }, 'unknown session: "b"'],
    [{ observed: undefined }, "observed must be an object"],
    [{ observed: { outcome: "applied" } }, "judge: observation.signalingState must be a signaling state"],
    [{ call: "hangUp" }, "judge: observation.call must be one of createOffer"],
  ])("%j is a fault, and changes nothing", (members, fault) => {
    const ask = client();
    ask({ op: "create", session: "a" });
    const [first, second] = observations.map(requestOf);
    ask(first);
    expect(faultOf(ask({ ...first, ...members }))).toContain(fault);
    expect(ask(second)).toHaveProperty("conforms", true);
  });

  it("a session is called or judged, not both", () => {
    const ask = client();
    const [judged] = observations.map(requestOf);
    for (const session of ["a", "c"]) ask({ op: "create", session });
    ask(judged);
    expect(faultOf(ask({ op: "offerCreated", session: "a", sdp: "x" }))).toBe(
      'the session "a" is judged: it cannot be called too',
    );
    ask({ op: "offerCreated", session: "c", sdp: "x" });
    expect(faultOf(ask({ ...judged, session: "c" }))).toBe('the session "c" is called: it cannot be judged too');
  });

  it("counts what the oracle remembers against the limit of text", () => {
    const ask = client({ maxText: 2 * offer.sdp.length });
    ask({ op: "create", session: "a" });
    const [created, set] = observations.map(requestOf);
    expect(faultOf(ask(created))).toBeUndefined();
    expect(faultOf(ask(set))).toContain("over the limit of");
    ask({ op: "drop", session: "a" });
    ask({ op: "create", session: "a" });
    expect(faultOf(ask(created))).toBeUndefined();
  });
});

describe("serve: check", () => {
  const flawed = answer.sdp.replace("a=rtcp-mux\r\n", "");

  it("lists what checkSdp lists", () => {
    const context = { type: "answer", side: "remote", tolerate: ["D7"], rtcpMuxPolicy: "require" } as const;
    expect(client()({ id: 1, op: "check", sdp: flawed, ...context })).toEqual({
      id: 1,
      findings: checkSdp(flawed, context),
    });
    expect(client()({ op: "check", sdp: "x", maxSdpLength: 0 })).toHaveProperty("findings.0.rule", "L1");
  });

  it("against the session that is named", () => {
    const ask = client();
    ask({ op: "create", session: "a" });
    for (const observation of observations.slice(0, 2)) ask(requestOf(observation));
    const request = { op: "check", session: "a", type: "answer", side: "remote" };
    expect(ask({ ...request, sdp: answer.sdp }).findings).toEqual([]);
    const { findings } = ask({ ...request, sdp: answer.sdp.replace(/m=video[\s\S]*/, "") });
    expect(findings).toContainEqual(expect.objectContaining({ severity: "error", rule: "A1" }));
  });

  it.each([
    [{}, "sdp must be a string"],
    [{ sdp: "v=0", type: "rollback" }, "type must be offer or pranswer or answer"],
    [{ sdp: "v=0", side: "left" }, "side must be local or remote"],
    [{ sdp: "v=0", session: "b" }, 'unknown session: "b"'],
  ])("%j is a fault", (members, fault) => {
    expect(faultOf(client()({ op: "check", ...members }))).toBe(fault);
  });
});
