// The provider, and the documents that it shares: one bundle, since each takes the other's classes.
export { WebrtcProvider } from "y-webrtc";
export { Doc } from "yjs";
