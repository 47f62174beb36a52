import type { Application } from "../application.ts";
import { livekitClient } from "./livekit-client.ts";
import { mediasoupClient } from "./mediasoup-client.ts";
import { peerJs } from "./peerjs.ts";
import { simplePeer } from "./simple-peer.ts";
import { trystero } from "./trystero.ts";

/** In the order of the page. */
export const applications: readonly Application[] = [simplePeer, peerJs, trystero, livekitClient, mediasoupClient];
