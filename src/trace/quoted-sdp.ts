// Where a line of SDP may begin in the words of an implementation.
const beginning = /(?<![\w-])([a-z])=/g;

// Whether what follows is prose: Chromium writes of "the m= section" and of "a=ssrc lines".
const attributeAsAWord = /[a-z][a-z-]{0,40}(?=[\s.,;)]|:?$|:\s)/iy;
const wordAfterSpace = / (?!(?:audio|video|text|application|message|image)\b)[a-z]/y;
const secretAttribute = /ice-|candidate|crypto|key|fingerprint|identity/i;
const lineOrAttribute = / (?:lines?|attributes?)\b/y;

/** Hides the lines of SDP that an implementation's words quote, each from its type to the end of the line. */
export function withoutSdpLines(text: string, replacement: string): string {
  let shown = "";
  let shownTo = 0;
  beginning.lastIndex = 0;
  for (let found = beginning.exec(text); found !== null; found = beginning.exec(text)) {
    const from = beginning.lastIndex;
    if (!isQuoted(text, found[1] === "a", from)) continue;
    const end = text.slice(from).search(/[\r\n\u2028\u2029]/);
    shown += text.slice(shownTo, from) + replacement;
    shownTo = end === -1 ? text.length : from + end;
    beginning.lastIndex = shownTo;
  }
  return shown + text.slice(shownTo);
}

function isQuoted(text: string, isAttribute: boolean, from: number): boolean {
  const at = text[from] === " " ? from + 1 : from;
  // No line of SDP has nothing after its type, or the end of a clause.
  if (/^[\s"'),.;\]]?$/.test(text.slice(at, at + 1))) return false;
  wordAfterSpace.lastIndex = from;
  if (!isAttribute) return !wordAfterSpace.test(text);
  attributeAsAWord.lastIndex = at;
  const [name] = attributeAsAWord.exec(text) ?? [];
  if (name === undefined) return true;
  lineOrAttribute.lastIndex = at + name.length;
  return secretAttribute.test(name) && !lineOrAttribute.test(text);
}
