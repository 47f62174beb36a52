// A dump of a connection that is as long as no real one was seen.

/** An rtcstats dump of two connections and that many calls, all of them legal by their state. */
export function manyCalls(count: number): string {
  const lines: unknown[] = [];
  for (let round = 0; 4 * round < count; round += 1) {
    const offer = { type: "offer", sdp: sdpOf("offer", round) };
    const answer = { type: "answer", sdp: sdpOf("answer", round) };
    const calls = [
      ["a", "setLocalDescription", offer],
      ["b", "setRemoteDescription", offer],
      ["b", "setLocalDescription", answer],
      ["a", "setRemoteDescription", answer],
    ] as const;
    for (const [connection, method, description] of calls) {
      if (method === "setLocalDescription") {
        lines.push([`create${description === offer ? "Offer" : "Answer"}OnSuccess`, connection, description, 0]);
      }
      lines.push([method, connection, description, 1], [`${method}OnSuccess`, connection, null, 1]);
    }
  }
  return ["RTCStatsDump", '{"fileFormat":3}', ...lines.map((line) => JSON.stringify(line)), ""].join("\n");
}

function sdpOf(type: string, round: number): string {
  const lines = [
    ...["v=0", `o=- 1 ${round + 1} IN IP4 127.0.0.1`, "s=-", "t=0 0", "a=group:BUNDLE 0"],
    ...["m=audio 9 UDP/TLS/RTP/SAVPF 0", "c=IN IP4 0.0.0.0", "a=mid:0", "a=rtcp-mux", `a=ice-ufrag:${type}0`],
    ...[`a=ice-pwd:${type}0000000000000000000000`, `a=setup:${type === "offer" ? "actpass" : "active"}`],
    `a=fingerprint:sha-256 ${Array.from({ length: 32 }, () => "00").join(":")}`,
  ];
  return `${lines.join("\r\n")}\r\n`;
}
