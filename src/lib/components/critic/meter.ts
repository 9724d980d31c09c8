import type { Finding } from '#lib/domain/critic/finding.ts';
import { wishFlags, type WishFlag } from '#lib/domain/critic/wish-flags.ts';
import { keptAfterHaircut } from '#lib/domain/valuation/corrected-value.ts';
import type { ScenarioValue } from '#lib/domain/valuation/scenario-value.ts';
import type { SupportKind } from '#lib/domain/valuation/support.ts';
import type { WorkshopFile } from '#lib/domain/workshop-file.ts';

/** From what is well supported to what is only hoped for, as the bar shows it. */
const supportKinds: readonly SupportKind[] = ['substantiated', 'plausible', 'wish'];

/** One benefit in euros: what was promised, and what is left after the haircut for its evidence. */
type MeterEffect = { readonly id: string; readonly euros: number; readonly corrected: number };

/** A part of the promised benefit, with the effects in it, the largest first. */
export type MeterPart = {
	readonly kind: SupportKind;
	readonly euros: number;
	readonly corrected: number;
	readonly effects: readonly MeterEffect[];
};

/** The wensdenk-meter of one scenario. Euros are means over the whole horizon, discounted. */
export type Meter = {
	readonly scenarioId: string;
	readonly promised: number;
	/** The promise lies between these in nine cases out of ten. */
	readonly range: { readonly low: number; readonly high: number };
	/** What is left of the promise after correction for wishful thinking. */
	readonly corrected: number;
	readonly parts: readonly MeterPart[];
	readonly flags: readonly WishFlag[];
	/** Benefits that are not in euros, or that cannot be worked out: in no sum, and never counted as 0. */
	readonly leftOut: number;
};

type Measured = {
	readonly file: WorkshopFile;
	readonly findings: readonly Finding[];
	readonly value: Pick<ScenarioValue, 'id' | 'benefit' | 'effects' | 'notInEuros'>;
};

/** Splits what a scenario promises by how well it is supported, and names the reasons to doubt it. */
export function readMeter({ file, findings, value }: Measured): Meter {
	const benefits = new Map(
		file.effects.filter(({ direction }) => direction === 'benefit').map((one) => [one.id, one])
	);
	const parts = supportKinds.map((kind): MeterPart => {
		const effects = value.effects.flatMap((outcome): MeterEffect[] => {
			const benefit = benefits.get(outcome.id);
			if (!benefit || outcome.value === null || outcome.support !== kind) return [];
			const euros = outcome.value.mean;
			const corrected = euros * keptAfterHaircut(benefit, file.workshop.haircuts);
			return [{ id: outcome.id, euros, corrected }];
		});
		return { kind, ...sumsOf(effects), effects: effects.sort((a, b) => b.euros - a.euros) };
	});
	const invalid = value.effects.filter((outcome) => outcome.value === null).map(({ id }) => id);
	return {
		scenarioId: value.id,
		promised: value.benefit.mean,
		range: { low: value.benefit.p5, high: value.benefit.p95 },
		corrected: parts.reduce((sum, { corrected }) => sum + corrected, 0),
		parts,
		flags: wishFlags({ file, findings, value }),
		leftOut: [...value.notInEuros, ...invalid].filter((id) => benefits.has(id)).length
	};
}

function sumsOf(effects: readonly MeterEffect[]): { euros: number; corrected: number } {
	return {
		euros: effects.reduce((sum, { euros }) => sum + euros, 0),
		corrected: effects.reduce((sum, { corrected }) => sum + corrected, 0)
	};
}
