import { initialModel, type Texts } from "../../../fake/driver/initial-model.ts";
import { createDeviceTrack, createMediaDevices } from "../../../fake/media/media-devices.ts";
import { createRemoteMedia } from "../../../fake/media/remote-media.ts";
import { mediaContexts } from "../../../fake/media/track.ts";
import { createEndpoint } from "../../../fake/network/create-endpoint.ts";
import type { IceGeneration } from "../../../fake/network/ice/ice-transport.ts";
import type { Network } from "../../../fake/network/network.ts";
import { servicesOf } from "../../../fake/peer-connection/held-peer-connection.ts";
import type { Host, Realm } from "../../../fake/web-idl/interface.ts";
import { createRealm } from "../../../fake/web-idl/realm.ts";
import { ConnectionList } from "../../../fake/world/connection-list.ts";
import type { Environment } from "../../../fake/world/environment.ts";
import type { InterfaceName } from "../../../fake/world/interface-names.ts";
import { interfaceNames, interfaces } from "../../../fake/world/interfaces.ts";
import { createRandom, type Random } from "../../../fake/world/random.ts";
import type { TraceRecorder } from "../../../fake/world/trace-recorder.ts";
import type { MediaKind } from "../../../sdp/create/capabilities.ts";
import { isCreatedFor } from "../../../sdp/created-descriptions.ts";
import { Readings } from "../../../sdp/description/readings.ts";
import { ConnectionWatch, type TurnNotes } from "./connection-watch.ts";
import type { EventLoop } from "./event-loop.ts";

/** What the world of a side is made of. */
export interface SideWorldParts {
  readonly name: string;
  readonly loop: EventLoop;
  readonly seed: number;
  readonly texts: Texts;
  readonly network: Network<IceGeneration>;
  /** Writes the dump of a run; null where none is wanted. */
  readonly recorder: TraceRecorder | null;
  readonly notes: TurnNotes;
}

/** The classes of a side. They are made once, and serve all worlds of it, one after the other. */
export function createSideRealm(): Realm {
  const { EventTarget, Event, DOMException } = globalThis as unknown as Host;
  return createRealm({ EventTarget, Event, DOMException });
}

/** The fake's world of one side, as that of a browser of its own. */
export class SideWorld {
  readonly watches: ConnectionWatch[] = [];
  readonly random: Random;
  readonly #realm: Realm;
  readonly #services: Parameters<typeof servicesOf.set>[1];
  readonly #context: Parameters<typeof mediaContexts.set>[1];
  #devices: ReturnType<typeof createMediaDevices> | null = null;

  constructor(realm: Realm, { name, loop, seed, texts, network, recorder, notes }: SideWorldParts) {
    this.#realm = realm;
    this.random = createRandom(seed);
    const { random } = this;
    const trace = {
      connection: () => {
        const nameInDump = this.watches.length === 0 ? name : `${name}, connection ${this.watches.length + 1}`;
        const watch = new ConnectionWatch(name, notes, recorder?.connection(nameInDump) ?? null);
        this.watches.push(watch);
        return watch.log;
      },
    };
    const connections = new ConnectionList();
    const environment: Environment = {
      ...{ clock: loop, random, realm, network, trace, connections, readings: new Readings(isCreatedFor) },
      takeFailure: () => false,
      initial: initialModel(texts),
    };
    this.#context = { realm, random, clock: loop };
    this.#services = {
      environment,
      media: createRemoteMedia(this.#context),
      createEndpoint: (sink) => {
        const endpoint = createEndpoint(environment, sink);
        const watch = this.watches.at(-1);
        const changed = endpoint.connectionChanged.bind(endpoint);
        endpoint.connectionChanged = (connection) => {
          watch?.changed(connection);
          changed(connection);
        };
        return endpoint;
      },
    };
  }

  /** From now on, what is constructed belongs to this world. */
  enter(): void {
    mediaContexts.set(this.#realm, this.#context);
    servicesOf.set(this.#realm, this.#services);
  }

  classNamed(name: InterfaceName): new (...values: unknown[]) => object {
    return this.#realm.classOf(interfaces.find((each) => each.name === name) as (typeof interfaces)[number]);
  }

  get mediaDevices(): ReturnType<typeof createMediaDevices> {
    this.#devices ??= createMediaDevices(this.#context);
    return this.#devices;
  }

  createTrack(kind: MediaKind): object {
    return createDeviceTrack(this.mediaDevices.held, kind);
  }

  /** The classes, for code that takes them from an object. */
  classes(): object {
    const classes = {};
    for (const name of interfaceNames)
      Object.defineProperty(classes, name, { get: () => this.classNamed(name), enumerable: true });
    return classes;
  }
}
