// Judges real WebRTC stacks, records what was found, and writes docs/conformance.md and docs/conformance/. With --glare,
// observes colliding negotiators in browsers. With --calls, lets calls overlap on the JavaScript stacks, those about
// transceivers too. With --create, negotiates with browsers by what the library makes. With --rules, sets a breach of each SDP
// rule on browsers, or counts the real descriptions that break one. With --werift, surveys werift alone and under
// jsep-machine/connection. With --short, runs what needs neither browsers nor stacks.
// Exit status: 0 at least one stack ran, none broke off, and every deviation known of those that ran was found (--glare:
// nothing but declared deviations was found; --rules: each edit breaks its rule in both browsers; --short: the tests passed, and
// the simulated stack was judged rightly; --werift: the connection's example passes its test, and conforms);
// 1 one of that is not so; 2 unusable arguments.
import { calls } from "./calls/calls.ts";
import { conformance } from "./conformance.ts";
import { created } from "./create/create.ts";
import { glare } from "./glare/glare.ts";
import { install } from "./install/install.ts";
import { type Options, optionsFrom } from "./options.ts";
import { countCorpus } from "./rules/corpus.ts";
import { rules } from "./rules/rules.ts";
import { short } from "./short.ts";
import { weriftUnderConnection } from "./werift/under-connection.ts";

const options = optionsFrom(process.argv.slice(2));
if (typeof options === "string") {
  console.error(options);
  process.exitCode = 2;
} else {
  if (options.install) install(options.chosen.flatMap(({ debianPackages }) => debianPackages));
  process.exitCode = (await taskOf(options)) ? 0 : 1;
}

function taskOf(options: Options): Promise<boolean> {
  switch (options.task) {
    case "stacks":
      return conformance(options);
    case "glare":
      return glare(options.settings.seed);
    case "calls":
      return calls(options);
    case "create":
      return created(options.settings.seed);
    case "short":
      return short(options.settings.seed);
    case "werift":
      return weriftUnderConnection(options.settings);
    case "rules":
      return rules();
    case "rule-counts":
      return Promise.resolve(countCorpus());
  }
}
