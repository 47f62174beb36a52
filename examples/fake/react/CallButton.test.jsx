import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { createWorld } from "jsep-machine/fake";
import { afterEach, beforeEach, expect, test } from "vitest";
import { CallButton } from "./CallButton.jsx";

let world;
let uninstall;
beforeEach(() => {
  world = createWorld();
  uninstall = world.install(globalThis);
});
afterEach(() => {
  cleanup();
  uninstall();
});

test("connects with whoever answers", async () => {
  const echo = world.echo();
  render(<CallButton exchange={(offer) => echo.answer(offer)} />);
  fireEvent.click(screen.getByRole("button", { name: "Call" }));
  await waitFor(() => expect(screen.getByRole("status").textContent).toBe("connected"));
});

test("says so when the network is gone", async () => {
  const echo = world.echo();
  render(<CallButton exchange={(offer) => echo.answer(offer)} />);
  fireEvent.click(screen.getByRole("button", { name: "Call" }));
  await waitFor(() => expect(screen.getByRole("status").textContent).toBe("connected"));
  world.disconnect(echo.connection);
  await waitFor(() => expect(screen.getByRole("status").textContent).toBe("disconnected"));
});

test("says why when the answer is refused", async () => {
  const echo = world.echo();
  const withoutFingerprint = async (offer) => {
    const { type, sdp } = await echo.answer(offer);
    return { type, sdp: sdp.replace(/a=fingerprint:.*\r\n/g, "") };
  };
  render(<CallButton exchange={withoutFingerprint} />);
  fireEvent.click(screen.getByRole("button", { name: "Call" }));
  expect((await screen.findByRole("alert")).textContent).toMatch(/fingerprint/);
});

test("closes the connection when it goes", async () => {
  const echo = world.echo();
  const { unmount } = render(<CallButton exchange={(offer) => echo.answer(offer)} />);
  fireEvent.click(screen.getByRole("button", { name: "Call" }));
  await waitFor(() => expect(screen.getByRole("status").textContent).toBe("connected"));
  unmount();
  expect(world.connections().map(({ connectionState }) => connectionState)).toContain("closed");
});
