/** Rules whose severity is not the one that the policy gives their breaches, with the reason. */
export const exceptions: Readonly<Record<string, string>> = {
  D29: "an error, although both browsers accept it: RTP packets of the two codecs cannot be told apart, so what fails is the media, later and in silence",
  W9: "a note: browsers count each offer that they create, set or not",
  W13: "a warning: gateways offer keys beside DTLS, which is used all the same",
  W16: "a warning: the last line is whole without its end",
  W17: "a warning: deployed stacks write it, and the meaning is not in doubt",
  W18: "a warning: deployed stacks write it, and the meaning is not in doubt",
  W19: "a warning: deployed stacks write it, and the meaning is not in doubt",
  W23: "a warning: Firefox changes the role so, and Chromium refuses it in an answer",
  W31: "a warning: ICE lite is right for a server, and a browser is refused its own description only where an application changed it",
};
