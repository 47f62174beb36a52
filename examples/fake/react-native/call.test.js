import { Button } from "react-native";
import { act, create } from "react-test-renderer";
import { CallScreen } from "./CallScreen";

// Before the application is imported: its module of native code is replaced as a whole.
jest.mock("react-native-webrtc", () => {
  const { createWorld } = require("jsep-machine/fake");
  const world = createWorld();
  return { ...world, mediaDevices: world.mediaDevices, world, RTCView: "RTCView", registerGlobals() {} };
});
const { world } = require("react-native-webrtc");

test("the button calls, and the other side's answer connects", async () => {
  const echo = world.echo();
  let screen;
  await act(async () => {
    screen = create(<CallScreen exchange={(offer) => echo.answer(offer)} />);
  });
  await act(async () => {
    await screen.root.findByType(Button).props.onPress();
    await world.settle();
  });
  expect(screen.root.findByProps({ testID: "state" }).props.children).toBe("connected");
});
