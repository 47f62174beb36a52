// Chromium allows a process 500 peer connections, counting closed ones until they are collected. One that was closed while a
// data channel was about to open is collected only with its document. So they are made in frames, and a frame is removed
// together with the peer connections that were made in it.
const perFrame = 60;
const frames: HTMLIFrameElement[] = [];
let made = 0;

/** A new peer connection of the browser. At least the last 60 of those made before can still be used. */
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
