import { useEffect, useRef, useState } from "react";

// Calls when it is pressed, and shows the other side. `exchange` sends the offer, and resolves with the answer.
export function CallButton({ exchange }) {
  const [state, setState] = useState("idle");
  const [error, setError] = useState(null);
  const video = useRef(null);
  const connection = useRef(null);
  useEffect(() => () => connection.current?.close(), []);

  async function call() {
    const pc = new RTCPeerConnection();
    connection.current = pc;
    pc.onconnectionstatechange = () => setState(pc.connectionState);
    pc.ontrack = ({ streams: [stream] }) => {
      if (video.current) video.current.srcObject = stream ?? null;
    };
    try {
      const own = await navigator.mediaDevices.getUserMedia({ audio: true, video: true });
      for (const track of own.getTracks()) pc.addTrack(track, own);
      await pc.setLocalDescription();
      await pc.setRemoteDescription(await exchange(pc.localDescription));
    } catch (reason) {
      setError(reason);
      pc.close();
    }
  }

  return (
    <div>
      <button type="button" onClick={call}>
        Call
      </button>
      <output>{state}</output>
      {error && <p role="alert">The call failed: {error.message}</p>}
      {/* biome-ignore lint/a11y/useMediaCaption: a call has no captions */}
      <video ref={video} />
    </div>
  );
}
