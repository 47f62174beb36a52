/** Where a rule stands: the specification, the section or fragment in it, and a link to that very place. */
export interface Reference {
  readonly spec: string;
  readonly section: string;
  readonly url: string;
}

/** A specification that this library follows, in the version that was read. */
export interface Specification {
  readonly spec: string;
  readonly title: string;
  readonly version: string;
  readonly url: string;
}

/** The specifications followed, in the versions read. README and docs quote this list. */
export const specifications: readonly Specification[] = /* @__PURE__ */ Object.freeze([
  /* @__PURE__ */ Object.freeze({
    spec: "webrtc-pc",
    title: "WebRTC: Real-Time Communication in Browsers, editor's draft",
    version: "commit 1a2dfb478b3e (2026-05-04)",
    url: "https://w3c.github.io/webrtc-pc/",
  }),
  /* @__PURE__ */ Object.freeze({
    spec: "RFC 9429",
    title: "JavaScript Session Establishment Protocol (JSEP)",
    version: "as published, April 2024",
    url: "https://www.rfc-editor.org/rfc/rfc9429.html",
  }),
  /* @__PURE__ */ Object.freeze({
    spec: "MDN",
    title: "RTCPeerConnection: setRemoteDescription(), the deprecated callback form",
    version: "2021-05-31",
    url: "https://developer.mozilla.org/en-US/docs/Web/API/RTCPeerConnection/setRemoteDescription",
  }),
]);

/** A place in W3C webrtc-pc, by its fragment: `webrtcPc("set-description")`. */
/* @__NO_SIDE_EFFECTS__ */
export function webrtcPc(fragment: string): Reference {
  return Object.freeze({
    spec: "webrtc-pc",
    section: `#${fragment}`,
    url: `https://w3c.github.io/webrtc-pc/#${fragment}`,
  });
}

/** A section of an RFC: `rfc(9429, "5.7")`. */
/* @__NO_SIDE_EFFECTS__ */
export function rfc(number: number, section: string): Reference {
  return Object.freeze({
    spec: `RFC ${number}`,
    section: `§${section}`,
    url: `https://www.rfc-editor.org/rfc/rfc${number}.html#section-${section}`,
  });
}

/** A place as the tables write it: `cited("9429 5.7")` in an RFC, `cited("#set-description")` in webrtc-pc. */
/* @__NO_SIDE_EFFECTS__ */
export function cited(place: string): Reference {
  const [number, section = ""] = place.split(" ");
  return section === "" ? webrtcPc(place.slice(1)) : rfc(Number(number), section);
}
