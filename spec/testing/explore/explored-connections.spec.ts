// What published code does beyond one connection as the specification has it: many connections, modified descriptions.
import { describe, expect, it } from "vitest";
import { exploreNegotiation } from "../../../src/testing/explore/explore-negotiation.ts";
import type { NegotiationCode } from "../../../src/testing/explore/peer.ts";

// biome-ignore lint/suspicious/noExplicitAny: messages of the code below
type Message = any;

/** Each side calls the other on a connection of its own, which has its name, and answers a call on a new one. */
function callsEachOther(signals: (name: string, message: Message) => boolean = () => true): NegotiationCode {
  return ({ classes, send: sendOn, onMessage, name }) => {
    const send = (message: Message) => signals(name, message) && sendOn(message);
    const made = new Map<string, InstanceType<typeof classes.RTCPeerConnection>>();
    const connect = (id: string) => {
      const pc = new classes.RTCPeerConnection();
      pc.onicecandidate = ({ candidate }: Message) => send({ id, candidate });
      made.set(id, pc);
      return pc;
    };
    const own = connect(name);
    own.addTransceiver("audio");
    own.onnegotiationneeded = async () => {
      await own.setLocalDescription();
      send({ id: name, description: own.localDescription });
    };
    onMessage(async ({ id, description, candidate }: Message) => {
      const pc = made.get(id) ?? connect(id);
      if (description === undefined) return pc.addIceCandidate(candidate);
      await pc.setRemoteDescription(description);
      if (description.type !== "offer") return;
      await pc.setLocalDescription();
      send({ id, description: pc.localDescription });
    });
  };
}

const atRandom = { actions: [], bounds: { states: 1, schedules: 10 } } as const;

describe("exploreNegotiation: several connections a side", () => {
  it("those are compared that have each other's descriptions", async () => {
    const report = await exploreNegotiation(callsEachOther(), atRandom);
    expect(report.violation).toBeNull();
    expect(report.reached.rest).toBe(true);
  });

  it("what is wrong with one that is not the latest is found", async () => {
    const code = callsEachOther((name, { id, candidate }) => name !== "b" || id !== "b" || candidate === undefined);
    const { violation } = await exploreNegotiation(code, atRandom);
    expect(violation?.property).toBe("no-candidate-lost");
  });

  it("one that is left without an answer is found beside one that has its own", async () => {
    const { violation } = await exploreNegotiation(
      callsEachOther((name, { id }) => name !== "a" || id !== "b"),
      atRandom,
    );
    expect(violation).toMatchObject({ property: "both-stable", message: "b is in have-local-offer" });
  });
});

/** Sets an offer with a line more than was created, as many libraries do. */
const modifies: NegotiationCode = ({ pc }) => {
  pc.onnegotiationneeded = async () => {
    const { sdp } = await pc.createOffer();
    await pc.setLocalDescription({ type: "offer", sdp: sdp?.replace("t=0 0", "t=0 0\r\na=tool:example") });
  };
};
const action = {
  actions: [{ peer: "a", do: "addTransceiver" }],
  except: ["both-stable"],
  bounds: { schedules: 0 },
} as const;

describe("exploreNegotiation: profiles", () => {
  it("a modified description is refused, as the specification has it", async () => {
    const { violation } = await exploreNegotiation(modifies, action);
    expect(violation?.message).toMatch(/^a: unhandledRejection: InvalidModificationError: /);
  });

  it("it is taken where the profile says so, as browsers do", async () => {
    const profile = {
      name: "browsers",
      rollbackFromPranswer: false,
      implicitRollback: true,
      modificationCheck: "off",
    } as const;
    const report = await exploreNegotiation(modifies, { ...action, profile });
    expect(report).toMatchObject({ verdict: "no-violation", exhaustive: true });
  });
});

/** Side b adds a track before it takes an offer, and both offer whenever negotiationneeded says so. */
const addsAndAnswers: NegotiationCode = ({ pc, name, send, onMessage, createTrack }) => {
  pc.onnegotiationneeded = async () => {
    await pc.setLocalDescription(await pc.createOffer());
    send(pc.localDescription);
  };
  if (name === "a") pc.addTrack(createTrack("audio"));
  onMessage(async (message) => {
    if (name === "b") pc.addTrack(createTrack("audio"));
    await pc.setRemoteDescription(message as Message);
    if (name === "a") return;
    await pc.setLocalDescription(await pc.createAnswer());
    send(pc.localDescription);
  });
};

describe("exploreNegotiation: revisions", () => {
  const options = { actions: [], except: ["no-candidate-lost"], bounds: { schedules: 0, states: 2000 } };

  it("by today's text, negotiationneeded waits for the operations under way", async () => {
    const report = await exploreNegotiation(addsAndAnswers, options);
    expect(report).toMatchObject({ verdict: "no-violation", exhaustive: true });
  });

  it("by an earlier one, it does not", async () => {
    const { violation } = await exploreNegotiation(addsAndAnswers, { ...options, revision: "before #2405" });
    expect(violation?.property).toBe("no-invalid-state-error");
    expect(violation?.code).toContain('revision: {"name":"before #2405"');
  });
});

describe("exploreNegotiation: errors", () => {
  it("what is thrown beside a connection that was closed is not overlooked", async () => {
    const code: NegotiationCode = ({ classes }) => {
      new classes.RTCPeerConnection().close();
      throw new RangeError("thrown");
    };
    const { violation } = await exploreNegotiation(code, { actions: [] });
    expect(violation?.property).toBe("no-unhandled-error");
  });
});
