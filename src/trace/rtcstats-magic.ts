/** What the first line of an rtcstats dump says. */
export const rtcstatsMagic = "RTCStatsDump";
