import { heldBy, type Interface, type Realm } from "../../web-idl/interface.ts";

/** Makes an object of an interface, and gives what it holds. */
export function createHeld<State extends object>(
  realm: Realm,
  definition: Interface<State>,
  make: (object: object) => State,
): State {
  return heldBy(definition, realm.create(definition, make)) as State;
}
