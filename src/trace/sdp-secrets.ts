// The lines of SDP that hold addresses, credentials and keys.
const telling = /^(?:a=(ice-ufrag|ice-pwd|fingerprint|candidate|crypto|rtcp):|([co])=)(.*)$/gm;

// A short foundation is a number like any other.
const shortestFoundation = 6;

/** What of a description must not be repeated: credentials, keys, and what tells where a candidate is. */
export function secretsIn(sdp: string): string[] {
  const secrets: string[] = [];
  for (const [, attribute, , rest] of sdp.matchAll(telling)) {
    const text = (rest ?? "").trim();
    if (attribute === undefined || attribute === "rtcp") secrets.push(...networkAddress(text));
    else if (attribute === "candidate") secrets.push(...ofCandidate(text.split(" ")));
    else if (attribute === "fingerprint") secrets.push(text.slice(text.indexOf(" ") + 1));
    else if (attribute === "crypto") secrets.push(...keys(text));
    else secrets.push(text);
  }
  return secrets;
}

function networkAddress(text: string): string[] {
  const [, address] = /\bIN IP[46] ([^\s/]+)/.exec(text) ?? [];
  return address === undefined || !/[.:]/.test(address) ? [] : [address];
}

/** Its address, of whatever form, and the extensions that name another address or the user fragment. */
function ofCandidate([foundation = "", , , , address = "", ...rest]: readonly string[]): string[] {
  const extensions = rest.flatMap((name, index) =>
    name === "raddr" || name === "ufrag" ? [rest[index + 1] ?? ""] : [],
  );
  const identifying = foundation.length >= shortestFoundation ? [foundation] : [];
  return [address, ...extensions, ...identifying];
}

function keys(text: string): string[] {
  return [...text.matchAll(/\binline:([^\s|;]+)/g)].map(([, key]) => key ?? "");
}
