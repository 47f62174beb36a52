import type { RtcConfiguration } from "./configuration.ts";

/** What is wrong with an ICE server. */
export interface IceServerFault {
  readonly error: "SyntaxError" | "InvalidAccessError";
  readonly message: string;
}

// What the URL parser strips.
const stripped = /^[\0-\x20]+|[\0-\x20]+$|[\t\n\r]/g;
// RFC 7064 §3.1 and RFC 7065 §3.1: a host that the URL parser lets pass, a port, and for TURN a transport.
const iceServerUrl = /^(?:stuns?:(?<stun>[^?]*)|turns?:(?<turn>[^?]*)(?:\?transport=(?:udp|tcp))?)$/i;
const hostAndPort = /^(?:\[[\da-f:.]+\]|[^\0-\x20#/:<>?@[\\\]^|%\x7f]+)(?::(?<port>\d*))?$/i;

/** The first fault of the ICE servers; null where all can be used. @see https://w3c.github.io/webrtc-pc/#set-the-configuration */
export function iceServerFault({ iceServers }: Pick<RtcConfiguration, "iceServers">): IceServerFault | null {
  for (const { urls, username, credential } of iceServers) {
    const list = typeof urls === "string" ? [urls] : urls;
    if (list.length === 0) return { error: "SyntaxError", message: "an ICE server has no URL. Give it one." };
    for (const url of list) {
      if (!isIceServerUrl(url.replace(stripped, ""))) {
        const message = `the URL ${JSON.stringify(url)} of an ICE server is not such as stun:host or turn:host:port?transport=udp`;
        return { error: "SyntaxError", message };
      }
      if (/^\s*turn/i.test(url) && (username === undefined || credential === undefined)) {
        const message = `the TURN server ${url} has no username or no credential. Give both.`;
        return { error: "InvalidAccessError", message };
      }
    }
  }
  return null;
}

function isIceServerUrl(url: string): boolean {
  const groups = iceServerUrl.exec(url)?.groups;
  if (groups === undefined) return false;
  const match = hostAndPort.exec(groups.stun ?? groups.turn ?? "");
  return match !== null && Number(match.groups?.port ?? "0") <= 65535;
}
