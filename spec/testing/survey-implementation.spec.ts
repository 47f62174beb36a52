import { describe, expect, it } from "vitest";
import { checkImplementation, type SurveyReport, surveyImplementation } from "../../src/entries/testing.ts";
import type { FaultName } from "./simulated/faults.ts";
import { SimulatedPeerConnection } from "./simulated/simulated-peer-connection.ts";

const settleTimeout = 15;
const rollback = (description: unknown) =>
  (description as { readonly type?: unknown } | undefined)?.type === "rollback";

/** Wrong in four ways that have nothing to do with each other. */
class Wrong extends SimulatedPeerConnection {
  static readonly codes = [
    "refused-implicit-rollback",
    "refused-remote-rollback-in-have-local-offer",
    "refused-remote-rollback-in-have-remote-offer",
    "wrong-error-remote-rollback-in-stable",
    "refused-close-in-closed",
    "wrong-error-type-unknown",
  ];

  constructor() {
    super({ fault: "no-implicit-rollback" });
  }

  override setRemoteDescription(description?: unknown): Promise<void> {
    if (rollback(description) && this.signalingState !== "closed") return refused("NotSupportedError");
    return super.setRemoteDescription(description);
  }

  override setLocalDescription(description?: unknown): Promise<void> {
    const { type } = (description ?? {}) as { readonly type?: unknown };
    return type === "nonsense" || type === "OFFER" ? refused("SyntaxError") : super.setLocalDescription(description);
  }

  override close(): void {
    if (this.signalingState === "closed") throw new Error("closed already");
    super.close();
  }
}

/** As Chromium does: a remote description that is refused for its content makes every later one fail. */
class Damaged extends SimulatedPeerConnection {
  private damaged = false;

  override async setRemoteDescription(description?: unknown): Promise<void> {
    if (this.damaged && this.signalingState !== "closed") return refused("OperationError");
    return super.setRemoteDescription(description).catch((error: unknown) => {
      this.damaged = (error as { readonly name?: unknown }).name === "InvalidAccessError";
      throw error;
    });
  }
}

function refused(name: string): Promise<never> {
  return Promise.reject(new DOMException("no", name));
}

function codesOf({ deviations }: SurveyReport): string[] {
  return deviations.map(({ code }) => code);
}

describe("surveyImplementation()", () => {
  it("finds nothing of a right implementation", async () => {
    const report = await surveyImplementation(() => new SimulatedPeerConnection(), { seed: 2, runs: 100 });
    expect(report).toMatchObject({ seed: 2, runs: 100, stoppedBy: "runs", deviations: [], knownDeviations: [] });
    expect(report.calls).toBeGreaterThan(100);
  });

  const surveyed = surveyImplementation(() => new Wrong(), { seed: 1, runs: 400, sequences: "awaited" });

  it("finds all that an implementation does wrong, each code once, and what of the specification it was", async () => {
    const report = await surveyed;
    const codes = codesOf(report);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes).toEqual(expect.arrayContaining(Wrong.codes));
    expect(codes.every((code) => /^(?:refused|wrong-error|wrong-state)-/.test(code))).toBe(true);
    for (const { code, provision, difference } of report.deviations) {
      expect(code.endsWith(`-${provision}`)).toBe(true);
      expect(difference).toMatchObject({ code, provision, knownDeviation: null });
    }
  });

  it("shrinks each for itself", async () => {
    const { deviations, seed } = await surveyed;
    for (const { code, failure } of deviations) {
      if (failure === null) throw new Error(`${code} did not happen again`);
      expect(failure.differences.map((difference) => difference.code)).toEqual([code]);
      expect(failure.calls.length).toBeLessThanOrEqual(6);
      expect(failure.calls.at(-1)?.step.differences.map((difference) => difference.code)).toContain(code);
      expect(failure.reproduction).toContain(`// seed ${seed}, path "${failure.path}"`);
      expect(failure.reproduction).toContain(`// ${code}`);
    }
  });

  it("leaves out what is declared, and counts it", async () => {
    const knownDeviations = Wrong.codes.slice(0, 3).map((code) => ({ code, reason: `as ${code} is` }));
    const all = codesOf(await surveyed);
    const report = await surveyImplementation(() => new Wrong(), {
      seed: 1,
      runs: 400,
      sequences: "awaited",
      knownDeviations,
    });
    expect(codesOf(report)).toEqual(all.filter((code) => !knownDeviations.some((known) => known.code === code)));
    expect(report.knownDeviations.map(({ code }) => code).sort()).toEqual(
      knownDeviations.map(({ code }) => code).sort(),
    );
    expect(report.knownDeviations.every(({ count }) => count > 0)).toBe(true);
  });

  it("lists every deviation by its cause, with the shortest program that shows that", async () => {
    const { causes, deviations } = await surveyed;
    const listed = causes.flatMap((group) => [...group.deviations, ...group.consequences]);
    expect([...listed].sort()).toEqual(deviations.map(({ code }) => code).sort());
    for (const { code, cause, isConsequence } of deviations) {
      const group = causes.find(({ id }) => id === cause);
      expect(isConsequence ? group?.consequences : group?.deviations).toContain(code);
    }
    const [crossing] = causes.filter(({ id }) => id === "implicit-rollback-missing");
    expect(crossing?.deviations).toContain("refused-implicit-rollback");
    expect(crossing?.reproduction).toContain("// refused-implicit-rollback\n");
    const sizes = causes.map((group) => group.deviations.length + group.consequences.length);
    expect(sizes).toEqual([...sizes].sort((one, other) => other - one));
  });

  it.each([
    ["rollback-refused", "rollback-not-implemented"],
    ["pranswer-refused", "pranswer-not-implemented"],
    ["local-description-without-sdp-refused", "no-sdp-not-implemented"],
  ] as const)("%s has one cause, in whatever states that shows: %s", async (fault, cause) => {
    const { causes } = await surveyImplementation(() => new SimulatedPeerConnection({ fault }), {
      seed: 1,
      runs: 100,
      settleTimeout,
    });
    expect(causes.map(({ id }) => id)).toEqual([cause]);
    expect(causes[0]?.consequences).toEqual([]);
  });

  it("tells what follows from a refusal from what calls show that conform", async () => {
    const { causes, deviations, conforming } = await surveyImplementation(() => new Damaged(), {
      seed: 1,
      runs: 100,
      sequences: "awaited",
    });
    expect(causes[0]?.id).toBe("refusal-damages");
    expect(deviations.every(({ isConsequence }) => isConsequence)).toBe(true);
    const [refused] = deviations.filter(({ code }) => code === "refused-remote-offer-in-stable");
    expect(refused).toMatchObject({ cause: "refusal-damages", isConsequence: true });
    expect(refused?.failure?.calls.at(-2)?.step.verdict).toBe("illegal-call");
    expect(conforming["remote-offer-in-stable"]).toBeGreaterThan(0);
  });

  it("gives the list to start a ratchet from: declared, the same runs conform", async () => {
    for (const fault of ["rollback-refused", "pranswer-refused"] satisfies FaultName[]) {
      const make = () => new SimulatedPeerConnection({ fault });
      const options = { seed: 1, runs: 100, settleTimeout };
      const { deviations } = await surveyImplementation(make, options);
      expect(deviations.length).toBeGreaterThan(0);
      const knownDeviations = deviations.map(({ code }) => ({ code, reason: "to begin with" }));
      const report = await checkImplementation(make, { ...options, knownDeviations });
      expect(report).toMatchObject({ conforms: true, runs: 100 });
      expect(report.knownDeviations).toHaveLength(knownDeviations.length);
    }
  });

  it("is the same for the same seed, and plain data", async () => {
    const survey = () => {
      let origin = 0;
      const make = () => {
        origin += 1;
        return new SimulatedPeerConnection({ fault: "unacceptable-sdp-applied", origin });
      };
      return surveyImplementation(make, { seed: 4, runs: 100 });
    };
    const [one, two] = [await survey(), await survey()];
    expect(codesOf(one).length).toBeGreaterThan(2);
    expect(two).toEqual(one);
    expect(JSON.parse(JSON.stringify(one))).toEqual(one);
    expect(structuredClone(one)).toEqual(one);
  });

  it("one that never happens again has no failure, and is still reported", async () => {
    let made = 0;
    const make = () => {
      made += 1;
      return new SimulatedPeerConnection({ fault: made <= 20 ? "event-fired-twice" : undefined });
    };
    const { deviations } = await surveyImplementation(make, { seed: 1, runs: 50 });
    expect(deviations.length).toBeGreaterThan(0);
    expect(deviations.every(({ failure }) => failure === null)).toBe(true);
  });

  it("stops when its time is up", async () => {
    const report = await surveyImplementation(() => new SimulatedPeerConnection(), { runs: 1_000_000, timeLimit: 20 });
    expect(report.stoppedBy).toBe("time");
    expect(report.runs).toBeLessThan(1_000_000);
  });
});
