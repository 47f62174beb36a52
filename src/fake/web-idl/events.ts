import { boolean } from "./convert.ts";
import { dictionary, memberWithDefault } from "./dictionary.ts";

/** `EventInit`, from which those of events inherit. @see https://dom.spec.whatwg.org/#dictdef-eventinit */
export const eventInit = /* @__PURE__ */ dictionary("EventInit", {
  bubbles: memberWithDefault(boolean, false),
  cancelable: memberWithDefault(boolean, false),
  composed: memberWithDefault(boolean, false),
});
