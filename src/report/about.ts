const longestShown = 300;

/** Where a connection belongs, without what may identify a person: user, password, query and fragment. */
export function shownUrl(url: string, redact: (text: string) => string): string {
  const [place = ""] = url.split(/[?#]/, 1);
  return cutShort(redact(place.replace(/^([a-z][a-z\d+.-]*:\/\/)[^/]*@/i, "$1")));
}

/** The words of a browser for itself. `156.0.0.0` is a version that says no more than `156`, and looks like an address. */
export function shownUserAgent(userAgent: string): string {
  return cutShort(userAgent.replace(/(\d)(?:\.0)+(?![\d.])/g, "$1"));
}

function cutShort(text: string): string {
  return text.length > longestShown ? `${text.slice(0, longestShown)}…` : text;
}
