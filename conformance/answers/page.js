// What runs in the page: the situations, by the names of the pages in docs/answers/.
import { connections } from "./connections.js";
import { messages } from "./messages.js";

globalThis.situations = { ...messages, ...connections };
