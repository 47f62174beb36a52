// What a user explores: npx jsep-machine explore negotiate.mts
import type { ExploreOptions, NegotiationCode } from "jsep-machine/testing";

const negotiate: NegotiationCode = ({ pc, send, onMessage }) => {
  pc.onnegotiationneeded = async () => {
    await pc.setLocalDescription(await pc.createOffer());
    send(pc.localDescription);
  };
  onMessage(async (message) => {
    const description = message as RTCSessionDescriptionInit;
    await pc.setRemoteDescription(description);
    if (description.type !== "offer") return;
    await pc.setLocalDescription(await pc.createAnswer());
    send(pc.localDescription);
  });
};

export default negotiate;
export const options: ExploreOptions = { except: ["no-candidate-lost"] };
