// What the session needs of this folder: to judge. Checking and parsing are the entry ../sdp.ts's, so that the core is
// without them, their warnings, and sdp-transform.
export type { Finding } from "./finding.ts";
export { isSdp, judgeSdp } from "./judge-sdp.ts";
export { defaultMaxSdpLength } from "./options.ts";
