// What must hold of the page, each with a line that says what was seen.
import type { Browser } from "puppeteer-core";
import type { WrittenPages } from "../written-pages.ts";
import { chosen, dropped, pasted, refused } from "./opening.ts";
import { hostile, sdp, written } from "./showing.ts";
import { keys, many, sizes } from "./using.ts";

type Check = (browser: Browser, pages: WrittenPages) => Promise<string>;

/** By their names. */
export const checks: readonly (readonly [name: string, check: Check])[] = [
  ["a capture dropped onto the empty page", dropped],
  ["a capture chosen, plain and compressed", chosen],
  ["a dump pasted", pasted],
  ["what is no dump", refused],
  ["every page that the command writes", written],
  ["a dump with markup in every string", hostile],
  ["keys", keys],
  ["SDP and its differences", sdp],
  ["ten thousand calls", many],
  ["narrow, wide and on paper", sizes],
];
