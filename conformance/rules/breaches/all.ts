import type { Breach } from "../breach.ts";
import { answerBreaches, newAnswerBreaches } from "./answer.ts";
import { attributeBreaches, repeatBreaches } from "./attributes.ts";
import { descriptionBreaches, newDescriptionBreaches } from "./description.ts";
import {
  connectionBreaches,
  framingBreaches,
  lineBreaches,
  mediaOrderBreaches,
  numberBreaches,
  orderBreaches,
} from "./framing.ts";
import { newReofferBreaches, reofferBreaches } from "./reoffer.ts";
import { newWarningBreaches, warningBreaches } from "./warnings.ts";

/** Every breach, in the order in which the evidence lists them. */
export const breaches: readonly Breach[] = [
  ...framingBreaches,
  ...orderBreaches,
  ...mediaOrderBreaches,
  ...lineBreaches,
  ...numberBreaches,
  ...attributeBreaches,
  ...repeatBreaches,
  ...connectionBreaches,
  ...descriptionBreaches,
  ...newDescriptionBreaches,
  ...answerBreaches,
  ...newAnswerBreaches,
  ...reofferBreaches,
  ...newReofferBreaches,
  ...warningBreaches,
  ...newWarningBreaches,
];
