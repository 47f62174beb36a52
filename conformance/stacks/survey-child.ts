// Surveys one package in this process, on its parent's order, and ends.
import { survey } from "../survey.ts";
import type { SurveyAnswer, SurveyOrder } from "./in-node.ts";

type Make = Parameters<typeof survey>[0];

process.once("message", (order: SurveyOrder) => {
  answerTo(order).then((answer) => process.send?.(answer, () => process.exit(0)));
});

async function answerTo({ module, configuration, settings }: SurveyOrder): Promise<SurveyAnswer> {
  try {
    const make = await makerFrom(module, configuration);
    return { report: await survey(make, settings) };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

async function makerFrom(module: string, configuration: object): Promise<Make> {
  const loaded = await import(module);
  const { RTCPeerConnection } = loaded.default ?? loaded;
  return () => new RTCPeerConnection(configuration);
}
