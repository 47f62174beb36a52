/**
 * Installs the classes of `jsep-machine/fake` that the host does not have as globals, and `navigator.mediaDevices`.
 *
 * @module
 */

export { uninstall } from "../../fake/world/install-missing.ts";
