import { render } from "preact";
import { Playground } from "./page/playground.tsx";

const pageElement = document.getElementById("page") ?? document.body;
// A page that was saved from a browser holds what was drawn.
pageElement.textContent = "";
render(<Playground />, pageElement);
