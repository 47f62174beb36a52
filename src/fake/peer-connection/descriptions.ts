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

/** A description for which there is an RTCSessionDescription. */
interface ShownDescription {
  readonly description: Description;
  readonly object: object;
  readonly held: SlotDescription;
}

/**
 * The RTCSessionDescriptions in the slots of a connection: the same object as long as a slot holds the same description,
 * its SDP with the candidates until now.
 *
 * @see https://w3c.github.io/webrtc-pc/#dom-peerconnection-localdescription
 */
export class DescriptionObjects {
  readonly #realm: Realm;
  /** Those of descriptions that no slot holds any more may be among them. */
  #shown: readonly ShownDescription[] = [];

  constructor(realm: Realm) {
    this.#realm = realm;
  }

  /** The object of a slot; null where the slot is. */
  inSlot(connection: Connection, slot: SlotName): object | null {
    const description = connection.session[slot];
    if (description === null) return null;
    const known = this.#shownFor(description) ?? this.#create(connection, description);
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
    if (description !== null && this.#shownFor(description) !== undefined) this.inSlot(connection, slot);
  }

  #shownFor(description: Description): ShownDescription | undefined {
    return this.#shown.find((shown) => shown.description === description);
  }

  #create({ session }: Connection, description: Description): ShownDescription {
    const held = new SlotDescription(description);
    const made = { description, object: this.#realm.create(sessionDescriptionInterface, held), held };
    const others = this.#shown.filter((shown) => slotNames.some((slot) => session[slot] === shown.description));
    this.#shown = [...others, made];
    return made;
  }
}
