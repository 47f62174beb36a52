import { descriptionWithCandidates } from "../../connection/attributes.ts";
import type { Connection } from "../../connection/connection.ts";
import { type Description, type SlotName, slotNames } from "../../signaling/description.ts";
import type { SdpType } from "../../signaling/transition-table.ts";
import { type HeldDescription, sessionDescriptionInterface } from "../description/session-description.ts";
import type { Realm } from "../web-idl/interface.ts";

/** A description as a slot has it. Its SDP is put together when it is read: candidates come more often. */
class SlotDescription implements HeldDescription {
  readonly type: SdpType;
  #sdp: string;
  #from: { readonly connection: Connection; readonly slot: SlotName } | null = null;

  constructor({ type, sdp }: Description) {
    this.type = type;
    this.#sdp = sdp;
  }

  get sdp(): string {
    if (this.#from !== null) this.#sdp = descriptionWithCandidates(this.#from.connection, this.#from.slot)?.sdp ?? "";
    this.#from = null;
    return this.#sdp;
  }

  /** From now on the SDP has the candidates that the connection has for that slot. */
  follow(connection: Connection, slot: SlotName): void {
    this.#from = { connection, slot };
  }
}

/**
 * The RTCSessionDescriptions in the slots of a connection: the same object as long as a slot holds the same description,
 * its SDP with the candidates until now.
 *
 * @see https://w3c.github.io/webrtc-pc/#dom-peerconnection-localdescription
 */
export class DescriptionObjects {
  readonly #realm: Realm;
  readonly #held = new WeakMap<Description, { readonly object: object; readonly held: SlotDescription }>();

  constructor(realm: Realm) {
    this.#realm = realm;
  }

  /** The object of a slot; null where the slot is. */
  inSlot(connection: Connection, slot: SlotName): object | null {
    const description = connection.session[slot];
    if (description === null) return null;
    const known = this.#held.get(description) ?? this.#create(description);
    known.held.follow(connection, slot);
    return known.object;
  }

  /** The SDP of an object changes with the candidates, also while the application holds on to it. */
  update(before: Connection, connection: Connection): void {
    const { localCandidates, remoteCandidates } = connection;
    if (before.localCandidates === localCandidates && before.remoteCandidates === remoteCandidates) return;
    for (const slot of slotNames) this.#updateSlot(connection, slot);
  }

  #updateSlot(connection: Connection, slot: SlotName): void {
    const description = connection.session[slot];
    if (description !== null && this.#held.has(description)) this.inSlot(connection, slot);
  }

  #create(description: Description): { readonly object: object; readonly held: SlotDescription } {
    const held = new SlotDescription(description);
    const made = { object: this.#realm.create(sessionDescriptionInterface, held), held };
    this.#held.set(description, made);
    return made;
  }
}
