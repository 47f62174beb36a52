import type { MediaKind } from "../../sdp/create/capabilities.ts";
import { isCreatedFor } from "../../sdp/created-descriptions.ts";
import { Readings } from "../../sdp/description/readings.ts";
import { type Profile, profiles } from "../../signaling/profile.ts";
import { initialModel } from "../driver/initial-model.ts";
import { createHostMedia, hasNativeMedia } from "../media/host-media.ts";
import { createDeviceTrack, createMediaDevices } from "../media/media-devices.ts";
import { createRemoteMedia } from "../media/remote-media.ts";
import { mediaContexts } from "../media/track.ts";
import { createEndpoint } from "../network/create-endpoint.ts";
import { Network } from "../network/network.ts";
import { type HeldPeerConnection, servicesOf } from "../peer-connection/held-peer-connection.ts";
import { peerConnectionInterface } from "../peer-connection/peer-connection-interface.ts";
import { type Host, heldBy } from "../web-idl/interface.ts";
import { createRealm } from "../web-idl/realm.ts";
import type { ObjectOf, WorldClasses } from "./classes.ts";
import { ConnectionList } from "./connection-list.ts";
import { createEchoPeer, type EchoPeer } from "./echo.ts";
import type { Environment, FailingOperation } from "./environment.ts";
import { createInstallation } from "./install.ts";
import { interfaces } from "./interfaces.ts";
import { resolveWorldOptions, type WorldOptions } from "./options.ts";
import { createRandom } from "./random.ts";
import { createRealClock } from "./real-clock.ts";
import { TraceRecorder } from "./trace-recorder.ts";
import { createVirtualClock } from "./virtual-clock.ts";

/** A world of fake peer connections: they reach each other, and no others. */
export interface FakeWorld extends WorldClasses {
  /** What `navigator.mediaDevices` is. */
  readonly mediaDevices: ObjectOf<"MediaDevices">;
  /** A track of the fake microphone or camera. */
  createTrack(kind: MediaKind): ObjectOf<"MediaStreamTrack">;
  /**
   * The peer connections of the world in the order of their creation, closed ones among them: those that the application
   * under test has made. One that the application has dropped may be missing.
   */
  connections(): readonly ObjectOf<"RTCPeerConnection">[];
  /** Once nothing happens any more by itself: no task is queued. Timers are not waited for. */
  settle(): Promise<void>;
  /** Once so many ms have passed, and what they lead to has happened. */
  advance(ms: number): Promise<void>;
  /** In ms since the world was created. */
  now(): number;
  /** A remote peer that accepts whatever it is offered, and answers by itself. */
  echo(): EchoPeer;
  /**
   * What happened on the connections of the world, on the latest 256 to 511 of them, as an rtcstats dump that `jsep-machine replay`
   * reads. The same seed and order of calls give the same text: on a real clock the times only count what happened.
   */
  trace(): string;
  /**
   * Defines the classes and `navigator.mediaDevices` in a global object. Where it has MediaStream and MediaStreamTrack
   * natively, as in a browser, these and its devices stay, and remote tracks are such tracks, of an empty source.
   *
   * @returns takes them out again, and leaves everything as it was
   */
  install(target: object): () => void;
  /**
   * The network of a connection is gone. The states of both sides become "disconnected", and "failed" after 30 seconds. An
   * ICE restart finds another way.
   *
   * @returns brings it back
   */
  disconnect(connection: object): () => void;
  /** Lets the next such operation of the connection fail with an OperationError. */
  fail(connection: object, operation: FailingOperation): void;
}

/**
 * Creates a world.
 *
 * @throws TypeError on unusable options
 */
export function createWorld(options?: WorldOptions): FakeWorld {
  const resolved = resolveWorldOptions(options);
  if (!resolved.ok) throw new TypeError(`createWorld: ${resolved.reason}`);
  const clock = resolved.value.clock === "virtual" ? createVirtualClock() : createRealClock();
  const random = createRandom(resolved.value.seed);
  const realm = createRealm(hostClasses());
  const failures = new WeakMap<object, FailingOperation[]>();
  const trace = new TraceRecorder(resolved.value.clock === "virtual" ? () => clock.now() : null);
  const environment: Environment = {
    ...{ clock, random, realm, trace, network: new Network(), readings: new Readings(isCreatedFor) },
    connections: new ConnectionList(),
    initial: resolved.value.mungedSdp === "accept" ? initialModel({ profile: withMungedSdp }) : initialModel(),
    takeFailure(connection, operation) {
      const ordered = failures.get(connection);
      const index = ordered?.indexOf(operation) ?? -1;
      if (index >= 0) ordered?.splice(index, 1);
      return index >= 0;
    },
  };
  const context = { realm, random, clock };
  mediaContexts.set(realm, context);
  const remoteMedia = createRemoteMedia(context);
  let hostMedia: ReturnType<typeof createHostMedia> = null;
  servicesOf.set(realm, {
    environment,
    get media() {
      return hostMedia ?? remoteMedia;
    },
    createEndpoint: (sink) => createEndpoint(environment, sink),
  });
  let devices: ReturnType<typeof createMediaDevices> | null = null;
  function mediaDevices() {
    devices ??= createMediaDevices(context);
    return devices;
  }

  function requireConnection(value: object, method: string): HeldPeerConnection {
    const held = heldBy(peerConnectionInterface, value);
    if (held !== null && held.realm === realm) return held;
    throw new TypeError(`${method}: the first argument must be an RTCPeerConnection of this world`);
  }

  const world = {
    get mediaDevices() {
      return mediaDevices().object;
    },
    createTrack(kind: MediaKind): object {
      if (kind === "audio" || kind === "video") return createDeviceTrack(mediaDevices().held, kind);
      throw new TypeError('createTrack: the kind must be "audio" or "video"');
    },
    connections: () => environment.connections.alive(),
    settle: () => clock.settle(),
    advance: (ms: number) => clock.advance(ms),
    now: () => clock.now(),
    trace: () => trace.toText(),
    echo: () => createEchoPeer(new (realm.classOf(peerConnectionInterface))(), (kind) => world.createTrack(kind)),
    install(target: object) {
      const installation = createInstallation();
      const isNative = hasNativeMedia(target);
      const defined = isNative ? interfaces.filter(({ name }) => !name.startsWith("Media")) : interfaces;
      for (const each of defined) installation.define(target, each.name, realm.classOf(each));
      const { navigator } = target as { readonly navigator?: { readonly mediaDevices?: object } };
      if (navigator === undefined) installation.define(target, "navigator", { mediaDevices: world.mediaDevices });
      else if (!isNative || navigator.mediaDevices === undefined)
        installation.define(navigator, "mediaDevices", world.mediaDevices);
      if (!isNative) return installation.undo;
      const before = hostMedia;
      hostMedia = createHostMedia(target);
      return () => {
        hostMedia = before;
        installation.undo();
      };
    },
    disconnect(connection: object) {
      const { endpoint } = requireConnection(connection, "disconnect");
      endpoint.cutOff();
      return () => endpoint.restore();
    },
    fail(connection: object, operation: FailingOperation) {
      requireConnection(connection, "fail");
      failures.set(connection, [...(failures.get(connection) ?? []), operation]);
    },
  };
  for (const each of interfaces)
    Object.defineProperty(world, each.name, {
      get: () => realm.classOf(each),
      enumerable: true,
      configurable: true,
    });
  return world as unknown as FakeWorld;
}

const withMungedSdp: Profile = { ...profiles["webrtc-pc"], name: "munged SDP", modificationCheck: "off" };

function hostClasses(): Host {
  const { EventTarget, Event, DOMException } = globalThis as unknown as Host;
  return { EventTarget, Event, DOMException };
}
