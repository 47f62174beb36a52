/** Rules of which no breach is set on a browser, with the reason. */
export const unsettable: Readonly<Record<string, string>> = {
  L1: "the bound is this library's own; a browser has none",
};
