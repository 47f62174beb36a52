import { defaultWorld } from "./default-world.ts";
import { createInstallation } from "./install.ts";
import { interfaceNames } from "./interfaces.ts";

const installation = createInstallation();
const host = globalThis as { readonly navigator?: { readonly mediaDevices?: object } };

for (const name of interfaceNames) {
  if (!(name in host)) installation.define(host, name, defaultWorld[name]);
}
if (host.navigator === undefined) installation.define(host, "navigator", { mediaDevices: defaultWorld.mediaDevices });
else if (host.navigator.mediaDevices === undefined)
  installation.define(host.navigator, "mediaDevices", defaultWorld.mediaDevices);

/** Takes the globals out again that the import has defined. */
export const uninstall: () => void = installation.undo;
