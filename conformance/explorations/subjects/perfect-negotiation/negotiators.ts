// Perfect negotiation as it has been described, and code without roles, written anew: the texts differ in when an offer collides.
import type { NegotiationCode } from "../../../../src/entries/testing.ts";
import type { Any } from "../../exploration.ts";

/** What a negotiator knows of its own calls. */
interface OwnCalls {
  /** The negotiationneeded event is handled: an offer is made, set and sent. */
  readonly makingOffer: boolean;
  /** setRemoteDescription() has been called with an answer, and has not ended. */
  readonly settingAnswer: boolean;
}

/** Does an offer that arrives collide with what goes on here? */
type CollisionRule = (signalingState: string, calls: OwnCalls) => boolean;

/** Today's text: a state other than stable does not count while the answer is set that ends it. */
export const today: CollisionRule = (state, { makingOffer, settingAnswer }) =>
  makingOffer || (state !== "stable" && !settingAnswer);

/** The text from #2406 to #2572: an answer that is being set does not count. */
export const before2572: CollisionRule = (state, { makingOffer }) => makingOffer || state !== "stable";

/** The text of #2393: only the state counts. */
export const of2393: CollisionRule = (state) => state !== "stable";

/** Both sides may offer at any time. An offer that collides is ignored by the impolite side, and taken by the polite one. */
export function perfectNegotiation(collides: CollisionRule): NegotiationCode {
  return ({ pc, polite, send, onMessage }) => {
    const calls = { makingOffer: false, settingAnswer: false };
    let isIgnoring = false;

    pc.onnegotiationneeded = async () => {
      calls.makingOffer = true;
      try {
        await pc.setLocalDescription();
        send({ description: pc.localDescription });
      } catch (error) {
        console.error(error);
      } finally {
        calls.makingOffer = false;
      }
    };
    pc.onicecandidate = ({ candidate }: Any) => send({ candidate });

    async function receive(description: Any) {
      isIgnoring = !polite && description.type === "offer" && collides(pc.signalingState, calls);
      if (isIgnoring) return;
      calls.settingAnswer = description.type === "answer";
      await pc.setRemoteDescription(description);
      calls.settingAnswer = false;
      if (description.type !== "offer") return;
      await pc.setLocalDescription();
      send({ description: pc.localDescription });
    }
    async function add(candidate: Any) {
      try {
        await pc.addIceCandidate(candidate);
      } catch (error) {
        if (!isIgnoring) throw error;
      }
    }
    onMessage(async ({ description, candidate }: Any) => {
      try {
        if (description) await receive(description);
        else if (candidate) await add(candidate);
      } catch (error) {
        console.error(error);
      }
    });
  };
}

/** Both sides offer when they need to, and set whatever comes. */
export const withoutRoles: NegotiationCode = ({ pc, send, onMessage }) => {
  pc.onnegotiationneeded = async () => {
    await pc.setLocalDescription();
    send({ description: pc.localDescription });
  };
  pc.onicecandidate = ({ candidate }: Any) => send({ candidate });
  onMessage(async ({ description, candidate }: Any) => {
    if (!description) return void (await pc.addIceCandidate(candidate));
    await pc.setRemoteDescription(description);
    if (description.type !== "offer") return;
    await pc.setLocalDescription();
    send({ description: pc.localDescription });
  });
};
