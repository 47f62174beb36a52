// A dump in which every string is markup that would run a script, ask for something, or end the page's own script.

/** What its scripts would set the page's title to. */
export const hostileTitle = "a script ran";

const markup = [
  `<img src=x onerror="document.title='${hostileTitle}'">`,
  `</script><script>document.title='${hostileTitle}'</script>`,
  `<svg onload="document.title='${hostileTitle}'">`,
  "<!--<script>",
  `<iframe src="https://example.com/"></iframe>`,
  `<link rel=stylesheet href="https://example.com/a.css">`,
  `"onfocus="document.title='${hostileTitle}'" autofocus="`,
  "javascript:alert(1)",
  "{{constructor.constructor('alert(1)')()}}",
  "\u202e\u2028\u0000",
].join(" ");

/** An rtcstats dump, as text. */
export function hostileDump(): string {
  const sdp = [
    `v=0${markup}`,
    `o=${markup}`,
    `s=${markup}`,
    `m=${markup}`,
    `a=mid:${markup}`,
    `a=fmtp:96 ${markup}`,
    `a=${markup}`,
  ].join("\r\n");
  const lines = [
    ["createOfferOnSuccess", markup, { type: "offer", sdp }, 1],
    ["setLocalDescription", markup, { type: "offer", sdp: `${sdp}\r\na=x` }, 1],
    ["setLocalDescriptionOnFailure", markup, markup, 1],
    ["setRemoteDescription", markup, { type: markup, sdp }, 1],
    ["setRemoteDescriptionOnFailure", markup, { name: markup, message: markup }, 1],
    ["setRemoteDescription", `${markup} 2`, { type: "offer", sdp }, 1],
    ["setRemoteDescriptionOnFailure", `${markup} 2`, markup, 1],
    ["setRemoteDescriptionOnFailure", `${markup} 2`, `Failed to parse SessionDescription. ${markup}`, 1],
    ["onsignalingstatechange", markup, markup, 1],
    [markup, markup, markup, 1],
    ["close", `${markup} 3`, null, 1],
  ];
  return [
    "RTCStatsDump",
    JSON.stringify({ fileFormat: 3, url: markup }),
    ...lines.map((line) => JSON.stringify(line)),
    "",
  ].join("\n");
}
