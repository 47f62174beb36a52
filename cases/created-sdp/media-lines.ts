/** What a test reads of an m= section. */
export interface MediaLines {
  readonly index: number;
  readonly media: string;
  readonly mid: string;
  readonly port: number;
  readonly bundleOnly: boolean;
  readonly direction: string;
  /** What follows the `a=` of its lines. */
  readonly attributes: readonly string[];
}

/** The m= sections of a description. */
export function mediaLinesIn(sdp: string): readonly MediaLines[] {
  return sdp
    .split(/^m=/m)
    .slice(1)
    .map((section, index) => {
      const [line = "", ...others] = section.split(/\r?\n/);
      const [media = "", port] = line.split(" ");
      const attributes = others.filter((other) => other.startsWith("a=")).map((other) => other.slice(2));
      const mid = attributes.find((attribute) => attribute.startsWith("mid:"))?.slice(4) ?? String(index);
      const direction = attributes.find((one) => /^(sendrecv|sendonly|recvonly|inactive)$/.test(one)) ?? "sendrecv";
      return {
        index,
        media,
        mid,
        port: Number(port),
        bundleOnly: attributes.includes("bundle-only"),
        direction,
        attributes,
      };
    });
}

/** Whether a section is rejected. */
export function isRejected({ port, bundleOnly }: MediaLines): boolean {
  return port === 0 && !bundleOnly;
}
