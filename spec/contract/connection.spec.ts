import { describe, expect, it } from "vitest";
import { revisions as declared } from "../../src/connection/revision.ts";
import * as entry from "../../src/entries/connection.ts";
import {
  type Connection,
  type ConnectionOptions,
  callException,
  createConnection,
  type Input,
  revisions,
  step,
} from "../../src/entries/connection.ts";

describe("jsep-machine/connection", () => {
  it("exports what the contract names", () => {
    expect(Object.keys(entry).sort()).toEqual([
      ...["callException", "callRejectionCodes", "canTrickleIceCandidates", "createAnswerSdp", "createConnection"],
      ...[
        "createConnectionDescription",
        "createOfferSdp",
        "dataChannelsOf",
        "isNegotiationNeeded",
        "localDescriptionWithCandidates",
      ],
      ...["remoteDescriptionWithCandidates", "revisions", "step", "transceiversOf"],
    ]);
  });

  it("createConnection() begins in stable, with nothing under way", () => {
    const connection = createConnection();
    expect(connection.session.signalingState).toBe("stable");
    expect(connection.options).toMatchObject({ revision: revisions.today, maxSendEncodings: 3, capabilities: null });
    expect(connection.configuration).toEqual({
      ...{ bundlePolicy: "balanced", rtcpMuxPolicy: "require", iceCandidatePoolSize: 0, certificates: [] },
    });
    expect(Object.isFrozen(connection)).toBe(true);
  });

  it("every option accepts undefined", () => {
    const names = ["profile", "sdp", "rtcpMuxPolicy", "maxSdpLength", "tolerate", "revision", "bundlePolicy"];
    const more = ["iceCandidatePoolSize", "certificates", "maxSendEncodings", "capabilities"];
    const options = Object.fromEntries([...names, ...more].map((name) => [name, undefined]));
    expect(createConnection(options as ConnectionOptions)).toEqual(createConnection());
  });

  it.each([
    [{ unknown: 1 }, /unknown option `?"?unknown/],
    [{ profile: "none" }, /profile must be/],
    [{ revision: "tomorrow" }, /revision must be "today" or /],
    [{ revision: { name: "mine" } }, /revision must be/],
    [{ revision: "toString" }, /revision must be/],
    [{ bundlePolicy: "none" }, /bundlePolicy must be/],
    [{ iceCandidatePoolSize: 256 }, /iceCandidatePoolSize must be/],
    [{ certificates: "one" }, /certificates must be/],
    [{ maxSendEncodings: 0 }, /maxSendEncodings must be/],
    [{ capabilities: { audio: { codecs: [] } } }, /capabilities must have/],
    [5, /the options must be an object/],
    [null, /the options must be an object/],
  ])("createConnection(%j) is a TypeError", (options, message) => {
    expect(() => createConnection(options as ConnectionOptions)).toThrow(TypeError);
    expect(() => createConnection(options as ConnectionOptions)).toThrow(message);
  });

  it("a revision of one's own is copied, and so are capabilities", () => {
    const revision = { ...revisions.today, name: "mine" };
    const capabilities = { audio: { codecs: [], headerExtensions: [] }, video: { codecs: [], headerExtensions: [] } };
    const { options } = createConnection({ revision, capabilities });
    revision.name = "changed";
    expect(options.revision.name).toBe("mine");
    expect(options.capabilities).toEqual(capabilities);
    expect(Object.isFrozen(options.capabilities?.audio.codecs)).toBe(true);
  });

  it("each revision is named by its own name, and differs from today's", () => {
    for (const [name, revision] of Object.entries(declared)) {
      expect(revision.name).toBe(name);
      const { name: _, ...switches } = revision;
      const { name: __, ...today } = declared.today;
      if (name !== "today") expect(switches).not.toEqual(today);
    }
  });

  it.each([undefined, null, 5, "connection", {}, { session: {} }, createConnection().session])(
    "step() of %s is a TypeError",
    (value) => {
      expect(() => step(value as unknown as Connection, { type: "negotiation-needed" })).toThrow(
        /^step: the first argument must be a connection/,
      );
    },
  );

  it.each([
    undefined,
    null,
    5,
    [],
    { type: "call" },
    { type: "call", call: 1 },
    { type: "call", call: {}, method: "createOffer" },
    { type: "call", call: Number.NaN, method: "createOffer" },
    { type: "call", call: 1, method: "constructor" },
    { type: "created", operation: "0", sdp: "" },
    { type: "task", task: -1 },
    { type: "gathered", candidate: { candidate: 5 } },
    new Proxy({}, { ownKeys: () => Reflect.ownKeys({}).concat("x"), get: () => ({}) }),
    {
      get type() {
        throw new Error("hostile");
      },
    },
  ])("step() ignores what is no input, and gives the very same connection: %#", (input) => {
    const connection = createConnection();
    const { connection: after, effects } = step(connection, input as unknown as Input);
    expect(after).toBe(connection);
    expect(effects).toEqual([]);
  });

  it("a rejection becomes an exception", () => {
    const { effects } = step(createConnection(), { type: "call", call: 1, method: "removeTrack", transceiver: 0 });
    const [thrown] = effects;
    if (thrown?.type !== "throw") throw new Error("nothing was thrown");
    const exception = callException(thrown.rejection);
    expect(exception.name).toBe("InvalidAccessError");
    expect(exception.message).toContain("removeTrack()");
    const init = { sendEncodings: [{ scaleResolutionDownBy: 0 }] };
    const method = { method: "addTransceiver", trackOrKind: "video", init } as const;
    const [refused] = step(createConnection(), { type: "call", call: 1, ...method }).effects;
    expect(refused?.type === "throw" && callException(refused.rejection)).toBeInstanceOf(RangeError);
  });
});
