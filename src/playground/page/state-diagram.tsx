import { useLayoutEffect, useRef } from "preact/hooks";
import { peerNames } from "../../exploration/world.ts";
import { legalCalls } from "../../session/legal-calls.ts";
import type { PeerViews } from "./peer/peer-view.ts";

/** The state that each peer was in before the last step. */
export interface StatesBefore {
  readonly a: string;
  readonly b: string;
}

/** The state diagram, with both peers in it. The picture itself comes with the page. */
export function StateDiagram({ peers, before }: { readonly peers: PeerViews; readonly before: StatesBefore }) {
  const place = useRef<HTMLDivElement>(null);
  const { a, b } = peers;
  useLayoutEffect(() => {
    const template = document.getElementById("state-diagram") as HTMLTemplateElement | null;
    const picture = template?.content.firstElementChild?.cloneNode(true);
    if (picture instanceof SVGSVGElement) place.current?.replaceChildren(picture);
  }, []);
  useLayoutEffect(() => {
    const picture = place.current?.querySelector("svg");
    if (!(picture instanceof SVGSVGElement)) return;
    light(picture, peers, before);
    // On a narrow screen, the state that was reached last comes into view.
    const moved = peers.b.signalingState === before.b ? "a" : "b";
    const token = picture.querySelector(`.token[data-peer="${moved}"]`);
    const outer = place.current;
    if (token === null || outer === null || outer.scrollWidth <= outer.clientWidth) return;
    const from = token.getBoundingClientRect().left - outer.getBoundingClientRect().left;
    outer.scrollLeft += from - outer.clientWidth / 2;
  });
  const closed = peerNames.filter((name) => peers[name].signalingState === "closed");
  return (
    <figure class="diagram">
      <div
        ref={place}
        class="picture"
        role="img"
        aria-label={`The signaling states: a is in ${a.signalingState}, b is in ${b.signalingState}`}
      />
      <figcaption class="quiet">
        {closed.length > 0 && <b>{closed.join(" and ")} closed: not in the picture. </b>}
        The states and what leads from one to another. Bold: what a or b may do now.
      </figcaption>
    </figure>
  );
}

function light(picture: SVGSVGElement, peers: PeerViews, before: StatesBefore): void {
  for (const token of picture.querySelectorAll(".token")) token.remove();
  const legal = new Set(peerNames.flatMap((name) => legalArrows(peers, name)));
  const taken = new Set(peerNames.map((name) => `${before[name]}->${peers[name].signalingState}`));
  for (const group of picture.querySelectorAll<SVGGElement>("g.node, g.edge")) {
    const title = group.querySelector("title")?.textContent ?? "";
    const here = peerNames.filter((name) => peers[name].signalingState === title);
    group.dataset.here = here.join("");
    group.dataset.legal = `${legal.has(title)}`;
    group.dataset.taken = `${taken.has(title) && !title.startsWith(title.split("->")[1] ?? "?")}`;
    for (const name of here) addToken(group, name);
  }
}

function legalArrows(peers: PeerViews, name: "a" | "b"): readonly string[] {
  const { session, signalingState } = peers[name];
  return legalCalls(session)
    .filter(({ method, implicitRollback }) => method.startsWith("set") && !implicitRollback)
    .map((call) => `${signalingState}->${call.signalingState}`);
}

const svg = "http://www.w3.org/2000/svg";

function addToken(node: SVGGElement, name: "a" | "b"): void {
  const box = node.querySelector<SVGPathElement>("path")?.getBBox();
  if (box === undefined) return;
  const token = document.createElementNS(svg, "g");
  token.setAttribute("class", "token");
  token.dataset.peer = name;
  const x = name === "a" ? box.x + 2 : box.x + box.width - 2;
  const circle = document.createElementNS(svg, "circle");
  for (const [key, value] of Object.entries({ cx: x, cy: box.y, r: 14 })) circle.setAttribute(key, `${value}`);
  const text = document.createElementNS(svg, "text");
  for (const [key, value] of Object.entries({ x, y: box.y + 6, "text-anchor": "middle" }))
    text.setAttribute(key, `${value}`);
  text.textContent = name;
  token.append(circle, text);
  node.append(token);
}
