import { answerIn } from "./given/contexts.ts";
import { alice, audioOnly, bob, rekeyed, restarted } from "./given/descriptions.ts";
import { append, inSection, removeLine, replaceLine } from "./given/edits.ts";

export const offer = audioOnly(alice, "actpass");
export const answer = audioOnly(bob, "active");
export const first = (offered: string = offer) => answerIn({ offerer: "local", offer: offered });
/** Alice and Bob are connected, Bob is the DTLS client; Alice (local) offers again. */
export const negotiated = { by: "local", offer, answer } as const;
export const again = (offered: string, offerer: "local" | "remote" = "local") =>
  answerIn({ offerer, negotiated: { ...negotiated, by: offerer }, offer: offered });
/** Bob offers again, Alice answers. */
export const reverse = (offered: string) => answerIn({ offerer: "remote", negotiated, offer: offered });
export const forked = (pranswer: string) => answerIn({ offerer: "local", offer, pranswer });
export const forkedLocally = (pranswer: string) => answerIn({ offerer: "remote", offer, pranswer });
export const setup = (role: string) => replaceLine("a=setup:*", `a=setup:${role}`);

export const reoffer = audioOnly(alice, "actpass", 2);
export const restart = audioOnly(restarted(alice), "actpass", 2);
export const rekey = audioOnly(rekeyed(restarted(alice)), "actpass", 2);
export const reanswer = audioOnly(bob, "active", 2);
export const restartAnswer = audioOnly(restarted(bob), "active", 2);
export const rekeyAnswer = audioOnly(rekeyed(restarted(bob)), "active", 2);
export const keep = (text: string): string => text;
export const to = (text: string) => () => text;
export const ufrag = (value: string) => replaceLine("a=ice-ufrag:*", `a=ice-ufrag:${value}`);
export const otherFingerprint = replaceLine("a=fingerprint:*", `a=fingerprint:${rekeyed(bob).fingerprint}`);
export const secondFingerprint = append(0, "a=fingerprint:sha-1 01:02:03:04");
export const muxOff = (text: string) => inSection(0, removeLine("a=rtcp-mux"))(text);
export const negotiableMux = (context: ReturnType<typeof again>) => ({
  context: { ...context, rtcpMuxPolicy: "negotiate" as const },
});
