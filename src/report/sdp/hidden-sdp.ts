/**
 * A function that hides in SDP what must not go into a ticket: addresses, credentials, fingerprints, and whatever is
 * not known to be harmless. A hidden value has a number: the same number on lines of the same name is the same value,
 * so that an ICE restart can still be seen.
 *
 * @param redact takes out of a text what must not be shown of a message
 */
export function sdpHider(redact: (text: string) => string): (sdp: string) => string {
  const numbers = new Map<string, Map<string, number>>();
  const lines = new Map<string, string>();
  const hide: Hide = (name, value) => {
    const values = numbers.get(name) ?? new Map<string, number>();
    numbers.set(name, values);
    const number = values.get(value) ?? values.size + 1;
    values.set(value, number);
    return `[hidden ${number}]`;
  };
  const shownLine = (line: string) => {
    const known = lines.get(line);
    if (known !== undefined) return known;
    const shown = lineShown(line, hide, redact);
    lines.set(line, shown);
    return shown;
  };
  return (sdp) =>
    sdp
      .split(/\r\n|\n|\r/)
      .map(shownLine)
      .join("\n");
}

/** Stands for a value, by the name of what has it. */
type Hide = (name: string, value: string) => string;

function lineShown(line: string, hide: Hide, redact: (text: string) => string): string {
  const [, type, value] = /^([a-z])=(.*)$/s.exec(line) ?? [];
  if (type === undefined || value === undefined) return line.trim() === "" ? "" : hide("line", line);
  switch (type) {
    case "a":
      return `a=${attributeShown(value, hide, redact)}`;
    case "o":
      return `o=${originShown(value, hide)}`;
    case "c":
      return `c=${connectionShown(value, hide)}`;
    case "m":
      return `m=${/^\w+ \d+(?:\/\d+)? [\w/]+(?: [\w*-]+)*$/.test(value) ? redact(value) : hide("m", value)}`;
    default:
      return `${type}=${harmless[type]?.test(value) ? value : hide(type, value)}`;
  }
}

// Of the lines that may be shown as they are, what they hold.
const harmless: Readonly<Record<string, RegExp>> = {
  v: /^\d+$/,
  s: /^[- ]?$/,
  t: /^\d+ \d+$/,
  b: /^[\w-]+:\d+$/,
};

function originShown(value: string, hide: Hide): string {
  const [, user, id, version, address] = /^(\S+) (\S+) (\d+) (\S+ \S+ \S+)$/.exec(value) ?? [];
  if (user === undefined || id === undefined || address === undefined) return hide("origin", value);
  return [user === "-" ? "-" : hide("user", user), hide("session", id), version, connectionShown(address, hide)].join(
    " ",
  );
}

function connectionShown(value: string, hide: Hide): string {
  const [, type, address] = /^(IN IP[46]) (.*)$/.exec(value) ?? [];
  return type === undefined || address === undefined
    ? hide("connection", value)
    : `${type} ${hide("address", address)}`;
}

// Attributes whose values say nothing of who or where.
const shownAttributes = new Set([
  ...["mid", "group", "setup", "rtcp-mux", "rtcp-mux-only", "rtcp-rsize", "bundle-only", "ice-options", "ice-lite"],
  ...["sendrecv", "sendonly", "recvonly", "inactive", "end-of-candidates", "extmap", "extmap-allow-mixed", "rtpmap"],
  ...["fmtp", "rtcp-fb", "rid", "simulcast", "ssrc-group", "msid-semantic", "sctp-port", "max-message-size", "sctpmap"],
  ...["ptime", "maxptime", "framerate", "imageattr", "content", "x-google-flag", "rtcp-xr"],
]);

function attributeShown(text: string, hide: Hide, redact: (text: string) => string): string {
  const [, name, colon, value = ""] = /^([\w-]{1,64})(?:(:)(.*))?$/s.exec(text) ?? [];
  if (name === undefined) return hide("attribute", text);
  if (colon === undefined) return shownAttributes.has(name) ? name : redact(name);
  if (shownAttributes.has(name)) return `${name}:${redact(value)}`;
  return `${name}:${valueShown(name, value, hide)}`;
}

// The first word of these values says of what kind the rest is.
const shownStart: Readonly<Record<string, RegExp>> = {
  fingerprint: /^(sha-\d+|md5)( )(.*)$/i,
  rtcp: /^(\d+ IN IP[46])( )(.*)$/,
  ssrc: /^(\d+ (?:cname|msid|mslabel|label))(:)(.*)$/,
};

function valueShown(name: string, value: string, hide: Hide): string {
  const [, start, separator = "", rest] = shownStart[name]?.exec(value) ?? [];
  if (name === "rtcp" && /^\d+$/.test(value)) return value;
  if (start === undefined || rest === undefined) return hide(name, value);
  return `${start}${separator}${hide(name === "rtcp" ? "address" : name, rest)}`;
}
