import { useState } from "react";
import { Button, Text, View } from "react-native";
import { mediaDevices, RTCPeerConnection, RTCView } from "react-native-webrtc";

// Calls when the button is pressed. `exchange` sends the offer to the other side, and resolves with its answer.
export function CallScreen({ exchange }) {
  const [state, setState] = useState("idle");
  const [stream, setStream] = useState(null);

  async function call() {
    const pc = new RTCPeerConnection();
    pc.addEventListener("connectionstatechange", () => setState(pc.connectionState));
    pc.addEventListener("track", ({ streams }) => setStream(streams[0] ?? null));
    const own = await mediaDevices.getUserMedia({ audio: true, video: true });
    for (const track of own.getTracks()) pc.addTrack(track, own);
    await pc.setLocalDescription(await pc.createOffer());
    await pc.setRemoteDescription(await exchange(pc.localDescription));
  }

  return (
    <View>
      <Button title="Call" onPress={call} />
      <Text testID="state">{state}</Text>
      {stream && <RTCView streamURL={stream.toURL?.()} />}
    </View>
  );
}
