import { FakePeerConnection } from "../../testing/faulty/fake-peer-connection.ts";

/** What the guides judge in place of their reader's stack: like Firefox, it refuses the other side's rollback. */
export class RTCPeerConnection extends FakePeerConnection {
  constructor(_configuration?: object) {
    super({ fault: "remote-rollback-refused-in-have-local-offer" });
  }
}
