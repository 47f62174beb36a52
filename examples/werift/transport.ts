import type { IceCredentials } from "jsep-machine/connection";
import {
  type IceCandidate,
  type MediaDescription,
  ProtectionProfileAes128CmHmacSha1_80,
  type RTCCertificate,
  RTCDtlsTransport,
  RTCIceGatherer,
  RTCIceTransport,
} from "werift";

/** One transport: ICE, and DTLS over it. */
export class Transport {
  readonly gatherer = new RTCIceGatherer({ useIpv6: false });
  readonly ice = new RTCIceTransport(this.gatherer);
  readonly dtls: RTCDtlsTransport;
  /** Of the m= section for which it was created. */
  readonly mid: string;
  #candidates = new Set<string>();
  #isStartDue = false;
  #isStarted = false;

  constructor(mid: string, certificate: RTCCertificate) {
    this.mid = mid;
    this.dtls = new RTCDtlsTransport({}, this.ice, certificate, [ProtectionProfileAes128CmHmacSha1_80]);
  }

  get isInUse(): boolean {
    return this.#isStarted;
  }

  /** werift's ICE is "completed" as soon as it has gathered. */
  get iceState(): string {
    return this.#isStarted ? this.ice.state : "new";
  }

  /** Takes the credentials of a local description. Where they are new, ICE restarts, and gathers. */
  gather({ usernameFragment, password }: IceCredentials): void {
    const { connection } = this.ice;
    if (connection.localUsername === usernameFragment) return;
    if (this.ice.gatheringState !== "new") this.ice.restart();
    connection.localUsername = usernameFragment;
    connection.localPassword = password;
    void this.ice.gather();
  }

  /** Takes what a remote description says of it. */
  meet({ iceParams, dtlsParams, iceCandidates }: MediaDescription, isControlling: boolean, isClient: boolean): void {
    if (iceParams === undefined || dtlsParams === undefined) return;
    const { connection } = this.ice;
    if (this.dtls.state === "new") {
      connection.iceControlling = isControlling;
      this.dtls.role = isClient ? "client" : "server";
      this.dtls.setRemoteParams(dtlsParams);
    }
    if (connection.remoteUsername !== iceParams.usernameFragment) {
      connection.setRemoteParams(iceParams);
      this.#candidates.clear();
      this.#isStartDue = true;
    }
    for (const candidate of iceCandidates) this.add(candidate);
  }

  /** Takes a candidate of the other peer. Started without one, werift's ICE would fail at once. */
  add(candidate: IceCandidate): void {
    const text = candidate.toJSON().candidate;
    if (this.#candidates.has(text)) return;
    this.#candidates.add(text);
    void this.ice.addRemoteCandidate(candidate);
    if (!this.#isStartDue) return;
    this.#isStartDue = false;
    this.#start().catch(() => {}); // The states of ICE and DTLS say so.
  }

  async #start(): Promise<void> {
    this.#isStarted = true;
    await this.ice.start();
    if (this.dtls.state === "new") await this.dtls.start();
  }
}
