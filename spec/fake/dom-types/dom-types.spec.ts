// A program that has the DOM's types sees the fake's classes with those types. Here these are compared with what the classes
// have at run time: the names of the members, what can be set, and how many arguments must be passed.
import { describe, expect, it } from "vitest";
import { createWorld } from "../../../src/fake/world/create-world.ts";
import { interfaceNames } from "../../../src/fake/world/interfaces.ts";
import { type DeclaredClass, declaredClass, type Member } from "./dom-members.ts";
import { classAtRunTime } from "./fake-members.ts";

const world = createWorld();

const isLater = "webrtc-pc has it; the declarations, which follow what browsers share, do not yet";
const isExtension = "of webrtc-extensions or webrtc-encoded-transform: it acts on media, which the fake has not";

/** Each difference, and why it is right. */
const exceptions: Readonly<Record<string, string>> = {
  "RTCRtpSender.transform: declared only": isExtension,
  "RTCRtpReceiver.transform: declared only": isExtension,
  "RTCRtpReceiver.jitterBufferTarget: declared only": isExtension,
  "RTCError.httpRequestStatusCode: fake only": "webrtc-identity has it; the declarations leave that specification out",
  "RTCIceCandidate.relayProtocol: fake only": isLater,
  "RTCIceCandidate.url: fake only": isLater,
  "RTCPeerConnectionIceEvent.url: fake only": isLater,
  "RTCIceTransport.role: fake only": isLater,
  "RTCIceTransport.component: fake only": isLater,
  "RTCIceTransport.getLocalCandidates: fake only": isLater,
  "RTCIceTransport.getRemoteCandidates: fake only": isLater,
  "RTCIceTransport.getLocalParameters: fake only": isLater,
  "RTCIceTransport.getRemoteParameters: fake only": isLater,
  "RTCIceCandidatePair: fake only": isLater,
  "RTCRtpTransceiver.stopped: fake only": "webrtc-pc has removed it; browsers have kept it, and applications read it",
  ...Object.fromEntries(
    ["entries", "get", "has", "keys", "size", "values"].map((name) => [
      `RTCStatsReport.${name}: fake only`,
      "a maplike has it; the declarations of the DOM leave it to those of iterables",
    ]),
  ),
};

// The declarations give every class a constructor; the specifications do not.
const notConstructible = [
  ...["RTCCertificate", "RTCRtpSender", "RTCRtpReceiver", "RTCRtpTransceiver", "RTCDtlsTransport", "RTCIceTransport"],
  ...[
    "RTCSctpTransport",
    "RTCDataChannel",
    "MediaStreamTrack",
    "MediaDevices",
    "RTCIceCandidatePair",
    "RTCStatsReport",
    "RTCDTMFSender",
  ],
];

function differencesOf(name: string, declared: DeclaredClass | null, fake: DeclaredClass): readonly string[] {
  if (declared === null) return [`${name}: fake only`];
  return [
    ...membersThatDiffer(name, declared.members, fake.members),
    ...membersThatDiffer(name, declared.statics, fake.statics),
    ...(fake.constructorRequires === null || fake.constructorRequires === declared.constructorRequires
      ? []
      : [`new ${name}: declared with ${declared.constructorRequires}, takes ${fake.constructorRequires}`]),
  ];
}

function membersThatDiffer(name: string, declared: readonly Member[], fake: readonly Member[]): readonly string[] {
  const names = [...new Set([...declared, ...fake].map((member) => member.name))];
  return names.flatMap((key) => {
    const [one, other] = [declared, fake].map((members) => members.find((member) => member.name === key));
    if (one === undefined) return [`${name}.${key}: fake only`];
    if (other === undefined) return [`${name}.${key}: declared only`];
    const [asDeclared, atRunTime] = [one, other].map(({ kind, required }) => `${kind} ${required}`);
    return asDeclared === atRunTime ? [] : [`${name}.${key}: declared ${asDeclared}, is ${atRunTime}`];
  });
}

const runTime = interfaceNames.map((name) => [name, classAtRunTime(world[name] as never)] as const);

describe("the fake's classes and the DOM's types", () => {
  it("have the same members, but for what is listed with a reason", () => {
    const differences = runTime.flatMap(([name, fake]) => differencesOf(name, declaredClass(name), fake));
    expect(new Set(differences)).toEqual(new Set(Object.keys(exceptions)));
  });

  it("can be constructed as the specifications say", () => {
    const refused = runTime.filter(([, { constructorRequires }]) => constructorRequires === null);
    expect(new Set(refused.map(([name]) => name))).toEqual(new Set(notConstructible));
  });

  it("the comparison notices a member too few, too many, and of another kind", () => {
    const declared = declaredClass("RTCSessionDescription");
    class Wrong {
      type = "offer";
      get sdp() {
        return "";
      }
      set sdp(_: string) {}
      toJSON(_: unknown) {}
      extra() {}
    }
    expect(differencesOf("Wrong", declared, classAtRunTime(Wrong))).toEqual([
      "Wrong.sdp: declared readonly 0, is writable 0",
      "Wrong.type: declared only",
      "Wrong.toJSON: declared method 0, is method 1",
      "Wrong.extra: fake only",
      "new Wrong: declared with 1, takes 0",
    ]);
  });
});
