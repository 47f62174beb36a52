import { printable } from "../../../report/words.ts";
import type { Session } from "../../../session/session.ts";
import type { Description, SlotName } from "../../../signaling/description.ts";
import { describedSections, sectionInWords, usernameFragmentsOf } from "../../words/section-words.ts";

const table: readonly (readonly [when: string, local: SlotName, remote: SlotName])[] = [
  ["pending", "pendingLocalDescription", "pendingRemoteDescription"],
  ["current", "currentLocalDescription", "currentRemoteDescription"],
];

/** The four description slots. */
export function Slots({ session }: { readonly session: Session }) {
  return (
    <table class="slots">
      <thead>
        <tr>
          <td />
          <th scope="col">local</th>
          <th scope="col">remote</th>
        </tr>
      </thead>
      <tbody>
        {table.map(([when, local, remote]) => (
          <tr key={when}>
            <th scope="row">{when}</th>
            <Slot name={local} description={session[local]} />
            <Slot name={remote} description={session[remote]} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Slot({ name, description }: { readonly name: SlotName; readonly description: Description | null }) {
  if (description === null)
    return (
      <td data-slot={name} class="quiet">
        null
      </td>
    );
  const { type, sdp } = description;
  const sections = describedSections(sdp);
  const fragments = usernameFragmentsOf(sections);
  return (
    <td data-slot={name}>
      <details>
        <summary>
          <b class="envelope" data-type={type}>
            {type}
          </b>{" "}
          {sections.slice(0, mostShown).map((section) => (
            <span key={section.mid} class="section">
              {printable(sectionInWords(section))}
            </span>
          ))}
          {sections.length > mostShown && ` … ${sections.length - mostShown} more`}
          {sections.length === 0 && <span class="quiet">no m= section</span>}
          {fragments.length > 0 && <span class="quiet"> ufrag {printable(fragments.slice(0, 3).join(", "))}</span>}
        </summary>
        <pre>{sdp === "" ? "The trace does not hold its SDP." : linesOfSdp(sdp).map(printable).join("\n")}</pre>
      </details>
    </td>
  );
}

function linesOfSdp(sdp: string): readonly string[] {
  return sdp.slice(0, longestSdp).trimEnd().split(/\r?\n/);
}

const mostShown = 6;
const longestSdp = 50_000;
