// Chromium allows a process 500 peer connections, closed ones included, until they are collected; and those that were closed
// while a data channel of theirs was about to open never are, unless their document goes. So they are made in frames,
// and a frame is removed with all that were made in it.
const perFrame = 60;
const frames: HTMLIFrameElement[] = [];
let made = 0;

/** A new peer connection of the browser's. Of those made before, the last 60 at least can still be used. */
export async function makePeerConnection(): Promise<RTCPeerConnection> {
  if (made % perFrame === 0) await nextFrame();
  made += 1;
  const view = frames.at(-1)?.contentWindow as (Window & typeof globalThis) | null | undefined;
  if (!view) throw new Error("the page's frame is gone");
  return new view.RTCPeerConnection();
}

async function nextFrame(): Promise<void> {
  frames.push(document.body.appendChild(document.createElement("iframe")));
  if (frames.length > 2) frames.shift()?.remove();
  await new Promise((later) => setTimeout(later));
  (globalThis as { gc?: () => void }).gc?.();
}
