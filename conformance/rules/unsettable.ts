/** Rules of which no breach is set on a browser, with the reason. */
export const unsettable: Readonly<Record<string, string>> = {
  L1: "the bound is this library's own; a browser has none",
  W22: "set as D7-data-tag-others-muxed, which was weighed as a neighbour of D7; both browsers accept it",
  W29: "not set yet; Chromium refuses the real descriptions that break it, as verdicts of the corpus show",
};
