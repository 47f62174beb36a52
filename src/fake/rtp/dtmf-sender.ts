import { sends } from "../../sdp/description/direction.ts";
import { domExceptionIn } from "../error/exceptions.ts";
import { domString } from "../web-idl/convert.ts";
import { defineInterface } from "../web-idl/interface.ts";
import { method, optionalWithDefault, readonly, required } from "../web-idl/members.ts";
import { unsignedLong } from "../web-idl/numbers.ts";
import { type HeldTransceiver, transceiverSlots } from "./held-transceiver.ts";
import { negotiatedFor } from "./negotiated.ts";
import { toneChangeEventInterface } from "./tone-change-event.ts";

/** What an RTCDTMFSender holds; the times are in ms. */
interface HeldDtmfSender {
  readonly transceiver: HeldTransceiver;
  /** The RTCDTMFSender. */
  readonly object: object;
  duration: number;
  interToneGap: number;
  toneBuffer: string;
  /** Is a task scheduled that plays the next tone? */
  isScheduled: boolean;
}

/** @see https://w3c.github.io/webrtc-pc/#rtcdtmfsender */
export const dtmfSenderInterface = /* @__PURE__ */ defineInterface<HeldDtmfSender>("RTCDTMFSender", {
  inherits: "EventTarget",
  members: {
    insertDTMF: method(
      [required(domString), optionalWithDefault(unsignedLong, 100), optionalWithDefault(unsignedLong, 70)],
      insertDtmf,
    ),
    canInsertDTMF: readonly(({ transceiver }: HeldDtmfSender) => canSendDtmf(transceiver)),
    toneBuffer: readonly(({ toneBuffer }: HeldDtmfSender) => toneBuffer),
  },
  events: ["tonechange"],
});

/** The RTCDTMFSender of a transceiver; null where it is not for audio. */
export function createDtmfSender(transceiver: HeldTransceiver): object | null {
  if (transceiver.kind !== "audio") return null;
  return transceiver.owner.realm.create(dtmfSenderInterface, (object) => ({
    ...{ transceiver, object, duration: 100, interToneGap: 70, toneBuffer: "", isScheduled: false },
  }));
}

/** @see https://w3c.github.io/webrtc-pc/#dfn-determine-if-dtmf-can-be-sent */
function canSendDtmf(held: HeldTransceiver): boolean {
  const { stopping, sender, currentDirection, mid } = transceiverSlots(held);
  const { driver } = held.owner;
  if (!held.owner.isConnected() || stopping || sender.track === null || !sends(currentDirection)) return false;
  const isActive = sender.sendEncodings[0]?.active ?? true;
  const { codecs } = negotiatedFor(driver.connection, mid);
  return isActive && codecs.some(({ mimeType }) => mimeType.toLowerCase() === "audio/telephone-event");
}

/** @see https://w3c.github.io/webrtc-pc/#dom-rtcdtmfsender-insertdtmf */
function insertDtmf(held: HeldDtmfSender, tones: string, duration: number, interToneGap: number): void {
  const { realm, environment } = held.transceiver.owner;
  if (!canSendDtmf(held.transceiver)) {
    const message = "insertDTMF() is refused: no DTMF can be sent now. Wait until canInsertDTMF is true.";
    throw domExceptionIn(realm, "InvalidStateError", message);
  }
  const unrecognized = /[^0-9A-Da-d#*,]/.exec(tones)?.[0];
  if (unrecognized !== undefined) {
    const message = `insertDTMF() is refused: ${JSON.stringify(unrecognized)} is no tone. Use 0 to 9, A to D, #, * and the comma.`;
    throw domExceptionIn(realm, "InvalidCharacterError", message);
  }
  held.toneBuffer = tones.toUpperCase();
  held.duration = Math.min(Math.max(duration, 40), 6000);
  held.interToneGap = Math.min(Math.max(interToneGap, 30), 6000);
  if (tones === "" || held.isScheduled) return;
  held.isScheduled = true;
  environment.clock.queueTask(() => playOut(held));
}

function playOut(held: HeldDtmfSender): void {
  const { transceiver, toneBuffer, duration, interToneGap } = held;
  held.isScheduled = false;
  if (!canSendDtmf(transceiver)) return;
  const tone = toneBuffer.slice(0, 1);
  if (tone !== "") {
    held.toneBuffer = toneBuffer.slice(1);
    held.isScheduled = true;
    const ms = tone === "," ? 2000 : duration + interToneGap;
    transceiver.owner.environment.clock.setTimer(() => playOut(held), ms);
  }
  fireToneChange(held, tone);
}

function fireToneChange({ object, transceiver }: HeldDtmfSender, tone: string): void {
  const ToneChangeEvent = transceiver.owner.realm.classOf(toneChangeEventInterface);
  (object as { dispatchEvent(event: object): boolean }).dispatchEvent(new ToneChangeEvent("tonechange", { tone }));
}
