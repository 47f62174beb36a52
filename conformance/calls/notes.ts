/** What reproducing a cause by hand has shown, by the stack's name and the cause's id. */
export const notes: Readonly<Record<string, string>> = {
  "chromium negotiationneeded-while-busy":
    "By hand: after addTransceiver(), the event fires before a call is refused that was made in the same task. After a rollback, the event fires in have-local-offer, before the signalingstatechange event that says stable.",
  "chromium negotiationneeded-unexpected":
    "By hand: restartIce() fires it on a new peer connection, which has no ICE credentials to replace. webrtc-pc lets an implementation need negotiation for reasons of its own.",
  "chromium wrong-mid": "By hand: `mid` is null once the peer connection is closed, also after an exchange.",
  "chromium wrong-slots":
    "By hand: the signalingstatechange event of an implicit rollback says stable when the remote offer is in its slot already.",
  "chromium rollback-not-restored":
    "By hand: the same event comes when the transceivers of the remote offer are there already.",
  "chromium chain-not-kept":
    "By hand: the state is looked at when createAnswer() or setLocalDescription() is called, and the call is refused at once.",
  "chromium object-call-refused":
    "By hand: addTrack() chooses the sender of a stopping transceiver, and then refuses: The existing transceiver is stopping.",
  "firefox wrong-error-name": "By hand: a provisional answer is refused with a NotSupportedError, whatever the state.",
  "firefox chain-not-kept": "By hand: a provisional answer is refused at once, whatever calls are under way.",
  "firefox wrong-mid":
    "By hand: a transceiver that is added after setLocalDescription(), in the same task, is in the offer. By webrtc-pc, a call that finds the operations chain empty sets the offer that was created before.",
  "firefox wrong-return-value": "By hand: addTrack() chooses the sender of a stopping transceiver.",
  "firefox wrong-transceivers": "By hand: for the same reason, addTrack() adds no transceiver.",
  "firefox track-event-unexpected": "By hand: setting the same remote offer again fires the track event again.",
  "firefox negotiationneeded-missing":
    "By hand: after createDataChannel() while an answer is being set, the event never fires.",
};
