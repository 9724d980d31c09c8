import type { Tongue } from '#lib/components/arena/number-text.ts';
import type { Target } from '#lib/domain/challenge.ts';
import type { WorkshopFile } from '#lib/domain/workshop-file.ts';

/** Finds the name of a party, measure, effect, indicator, scenario, cause or challenge by its id. */
export function nameOfRecord(id: string, file: Omit<Named, 'rounds'>): string | undefined {
	const titled = [...file.measures, ...file.effects, ...file.scenarios];
	const named = [...file.parties, ...file.indicators];
	const worded = [...file.causes, ...(file.challenges ?? [])];
	return (
		titled.find((record) => record.id === id)?.title ??
		named.find((record) => record.id === id)?.name ??
		worded.find((record) => record.id === id)?.text
	);
}

/** The lists in which what has a name is found. */
type Named = {
	readonly [
		List in 'parties' | 'indicators' | 'causes' | 'measures' | 'effects' | 'scenarios'
	]: readonly WorkshopFile[List][number][];
} & {
	readonly challenges?: WorkshopFile['challenges'];
	readonly rounds: readonly Pick<WorkshopFile['rounds'][number], 'id' | 'effectId'>[];
};

/** Says what a question is about, as people call it: the title of a card, or "de hele werksessie". */
export function targetName({ kind, id }: Target, file: Named, { t }: Tongue): string {
	if (kind === 'workshop') return t('critic.target.workshop');
	if (kind === 'round') return roundName(id, file, t);
	if (kind === 'party') return file.parties.find((one) => one.id === id)?.name ?? id;
	if (kind === 'indicator') return file.indicators.find((one) => one.id === id)?.name ?? id;
	if (kind === 'cause') return file.causes.find((one) => one.id === id)?.text ?? id;
	const titled = { measure: file.measures, effect: file.effects, scenario: file.scenarios }[kind];
	return titled.find((one) => one.id === id)?.title ?? id;
}

function roundName(id: string, { rounds, effects }: Named, t: Tongue['t']): string {
	const effectId = rounds.find((round) => round.id === id)?.effectId;
	const title = effects.find((effect) => effect.id === effectId)?.title ?? id;
	return t('critic.target.round', { title });
}
