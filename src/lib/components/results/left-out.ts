import { contributionLines, effectNumber } from '#lib/components/arena/card-number.ts';
import type { NumberText, Tongue } from '#lib/components/arena/number-text.ts';
import type { Contribution } from '#lib/domain/contribution.ts';
import type { Effect } from '#lib/domain/effect.ts';
import type { Measure } from '#lib/domain/measure.ts';
import type { Party } from '#lib/domain/party.ts';
import type { Scenario } from '#lib/domain/scenario.ts';
import type { Evaluation } from '#lib/domain/valuation/evaluation.ts';
import { isInEuros } from '#lib/domain/valuation/in-euros.ts';
import type { InvalidReason } from '#lib/domain/valuation/invalid.ts';
import { measuresIn, scaleOf } from '#lib/domain/valuation/scenario-membership.ts';

/** Something that belongs to a scenario and is in no sum: hours without a price, effects without euros. */
export type LeftOut = {
	/** Unique on the board: of the effect, or of the contribution within its measure. */
	readonly id: string;
	readonly what:
		| { readonly kind: 'effect'; readonly effect: Effect }
		| {
				readonly kind: 'contribution';
				readonly measure: Measure;
				readonly contribution: Contribution;
		  };
	/** Why it can't be worked out; undefined when nobody put it in euros. */
	readonly reason: InvalidReason | undefined;
	/** Per scenario whether it belongs to it, in their order. */
	readonly inScenarios: readonly boolean[];
};

type Board = { readonly measures: readonly Measure[]; readonly effects: readonly Effect[] };

/** Lists what the sums of these scenarios leave out: first what is put in, then what changes. */
export function leftOutOf(
	{ measures, effects }: Board,
	scenarios: readonly Pick<Scenario, 'choices'>[],
	{ scenarios: values }: Pick<Evaluation, 'scenarios'>
): LeftOut[] {
	const invalid = invalidIn(values);
	const chosen = scenarios.map(measuresIn);
	const contributions = measures.flatMap((measure) =>
		measure.contributions.map((contribution) => ({
			id: within(measure.id, contribution.id),
			what: { kind: 'contribution', measure, contribution } as const,
			inEuros: contribution.amount !== null,
			inScenarios: chosen.map((scales) => scales.has(measure.id))
		}))
	);
	const changes = effects.map((effect) => ({
		id: effect.id,
		what: { kind: 'effect', effect } as const,
		inEuros: isInEuros(effect),
		inScenarios: chosen.map((scales) => scaleOf(effect, scales) !== undefined)
	}));
	return [...contributions, ...changes].flatMap(({ id, what, inEuros, inScenarios }) => {
		const reason = invalid.get(id);
		if ((inEuros && !reason) || !inScenarios.includes(true)) return [];
		return [{ id, what, reason, inScenarios }];
	});
}

/** The id of a contribution is unique within its measure only. */
function within(measureId: string, contributionId: string): string {
	return `${measureId}/${contributionId}`;
}

/** What has numbers that can't be added up, by the id of its effect or contribution. */
function invalidIn(values: Evaluation['scenarios']): Map<string, InvalidReason> {
	return new Map(
		values.flatMap(({ effects, measures }) => [
			...effects.flatMap(({ id, invalid }) => (invalid ? [[id, invalid] as const] : [])),
			...measures.flatMap(({ id: measureId, invalid }) =>
				invalid.map((id) => [within(measureId, id), 'not-finite'] as const)
			)
		])
	);
}

/** Says what is left out and what is known of it. */
export function leftOutText(
	{ what, reason }: Pick<LeftOut, 'what' | 'reason'>,
	parties: readonly Party[],
	tongue: Tongue
): { readonly title: string; readonly says: string } {
	const { t } = tongue;
	const says = (number: NumberText | undefined) =>
		reason ? t(`matrix.invalid.${reason}`) : withRange(number, tongue);
	if (what.kind === 'effect')
		return { title: what.effect.title, says: says(effectNumber(what.effect, tongue)) };
	const { measure, contribution } = what;
	const party = parties.find(({ id }) => id === contribution.partyId)?.name ?? '';
	return {
		title: t('matrix.beside.contribution', { party, measure: measure.title }),
		says: says(contributionLines([contribution], tongue)[0])
	};
}

/** Writes a number as it was entered with the range that it was estimated in. */
export function withRange(number: NumberText | undefined, { t }: Tongue): string {
	if (!number?.range) return number?.text ?? '';
	return t('report.effect.range', { text: number.text, range: number.range });
}
