// Runs in a browser's page: sets a breach, or the description that it is an edit of.
import { breaches } from "../breaches/all.ts";
import { asItIs } from "../sdp-edit.ts";
import { attempt } from "./attempt.ts";

// As text: WebDriver BiDi gives an object that occurs twice in an answer only once.
Object.assign(globalThis, {
  attemptHere: async (id: string, edited: boolean) => {
    const breach = breaches.find((one) => one.id === id);
    if (breach === undefined) throw new Error(`no breach ${id}`);
    return JSON.stringify(await attempt(breach, edited ? breach.edit : asItIs));
  },
});
