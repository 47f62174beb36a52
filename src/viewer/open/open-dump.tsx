import type { TargetedEvent } from "preact";

/** Where a dump is chosen. Dropping and pasting work anywhere in the page. */
export function OpenDump({
  onFiles,
  isFirst,
}: {
  readonly onFiles: (files: readonly File[]) => void;
  /** Is there nothing in the page yet? */
  readonly isFirst: boolean;
}) {
  const choose = ({ currentTarget }: TargetedEvent<HTMLInputElement>) => {
    onFiles([...(currentTarget.files ?? [])]);
    currentTarget.value = "";
  };
  return (
    <label class={isFirst ? "open first" : "open"}>
      <span>{isFirst ? "Drop a dump here, paste it, or choose a file" : "Open another dump …"}</span>
      <input type="file" multiple onChange={choose} />
    </label>
  );
}

/** What the page is for, where it holds no report yet. */
export function Introduction() {
  return (
    <div class="introduction">
      <p>
        Judges every <code>setLocalDescription</code>, <code>setRemoteDescription</code> and <code>close</code> of a
        WebRTC call against W3C webrtc-pc and RFC 9429, and draws the call as a ladder.
      </p>
      <p>
        <b>Nothing leaves this page.</b> The dump is read and judged in the browser. The page makes no request, and
        shows no address, ICE credential or fingerprint.
      </p>
      <h2>Getting a dump</h2>
      <ul>
        <li>
          <b>webrtc-internals</b>: open <code>chrome://webrtc-internals</code> in a tab before the call, reproduce the
          problem, then choose “Create a WebRTC-Internals dump” and download it.
        </li>
        <li>
          <b>rtcstats</b>: use what rtcstats-js sends, or Chromium’s own rtcstats file. Gzip is recognised.
        </li>
      </ul>
    </div>
  );
}
