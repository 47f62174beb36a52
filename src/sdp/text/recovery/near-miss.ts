import { attributeGrammars } from "../grammar/attribute-grammar.ts";

/** Registered attributes that are not known here, and whose names are near those that are. */
const registered = ["mrtpmap", "rtcp-xr"];

/** What it costs to look is bounded: of the unknown names of a text so many different ones are looked at. */
const mostNames = 500;

/** By convention an attribute of one's own. */
const ownName = /^x-/i;

/** Longer names are not looked at. */
const longestName = 24;

/** Shorter names may differ in one place, longer ones in two. */
const longName = 7;

/** Of an unknown name the known one that it is likely to be meant as: a letter or two are other, missing, too many or swapped. */
export function likelyNames(): (name: string) => string | null {
  const looked = new Map<string, string | null>();
  return (name) => {
    const before = looked.get(name);
    if (before !== undefined) return before;
    if (looked.size >= mostNames || name.length > longestName || registered.includes(name) || ownName.test(name))
      return null;
    const known = [...attributeGrammars.keys()];
    const lower = name.toLowerCase();
    const likely =
      known.find((other) => isNear(lower, other, 1)) ??
      known.find((other) => other.length >= longName && isNear(lower, other, 2)) ??
      null;
    looked.set(name, likely);
    return likely;
  };
}

/** Whether the names differ in so many places at most. */
function isNear(a: string, b: string, places: number): boolean {
  if (Math.abs(a.length - b.length) > places) return false;
  let same = 0;
  while (same < a.length && a[same] === b[same]) same++;
  const [restA, restB] = [a.slice(same), b.slice(same)];
  if (restA === restB || places === 0) return restA === restB;
  const goesOn = (skippedA: number, skippedB: number) => {
    return isNear(restA.slice(skippedA), restB.slice(skippedB), places - 1);
  };
  const isSwapped = restA[0] === restB[1] && restA[1] === restB[0];
  return goesOn(1, 1) || goesOn(1, 0) || goesOn(0, 1) || (isSwapped && goesOn(2, 2));
}
