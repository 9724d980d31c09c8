import type { Settings } from '../workshop.ts';
import { parseWorkshopValue, workshopFormat, workshopVersion } from '../workshop-file.ts';
import type { WorkshopFile } from '../workshop-file.ts';

/** A record of which only what matters is written down. */
type Part<Value> = Value extends readonly (infer Item)[]
	? readonly Part<Item>[]
	: Value extends object
		? { readonly [Key in keyof Value]?: Part<Value[Key]> }
		: Value;

type Lists = Omit<WorkshopFile, 'format' | 'version' | 'workshop'>;

/**
 * A workshop of which only what matters to a rule is written down.
 * Records get the id of their kind ("measure", then "measure-2"); effects belong to the first measure;
 * a scenario does all measures; a contribution, round or estimate belongs to the first that fits.
 */
export type Sketch = { readonly workshop?: Part<Settings> } & {
	readonly [List in keyof Lists]?: readonly Part<Lists[List][number]>[];
};

type Fields = { readonly [name: string]: unknown };

/**
 * Fills a sketch in to a whole workshop.
 * @throws when the sketch cannot be a valid workshop file
 * @example drawWorkshop({ effects: [{ evidence: { level: 0 } }] })
 */
export function drawWorkshop(sketch: Sketch): WorkshopFile {
	const { file, problems } = parseWorkshopValue(fillIn(sketch));
	if (file) return file;
	throw new Error(problems.map(({ path, message }) => `${path}: ${message}`).join('\n'));
}

function fillIn(sketch: Sketch): Fields {
	const measures = sketch.measures ?? (sketch.effects ? [{}] : []);
	const measureIds = measures.map((measure, index) => measure.id ?? nth('measure', index));
	const partyId = sketch.parties?.[0]?.id ?? 'party';
	const effect = {
		direction: 'benefit',
		dimension: 'residents',
		measureIds: measureIds.slice(0, 1)
	};
	const choices = measureIds.map((measureId) => ({ measureId, decision: 'do' }));
	const round = { effectId: sketch.effects?.[0]?.id ?? 'effect', field: 'amount', round: 1 };
	return {
		format: workshopFormat,
		version: workshopVersion,
		workshop: settings(sketch.workshop ?? {}),
		parties: list('party', sketch.parties, { kind: 'budget', sector: 'other', atTable: true }),
		indicators: list('indicator', sketch.indicators, indicatorDefaults),
		causes: list('cause', sketch.causes, causeDefaults),
		measures: list('measure', measures, measureDefaults).map((measure) => ({
			...measure,
			contributions: list('contribution', measure.contributions, { partyId, kind: 'money' })
		})),
		effects: list('effect', sketch.effects, effect),
		scenarios: list('scenario', sketch.scenarios, { choices }),
		rounds: list('round', sketch.rounds, { ...round, status: 'revealed' }),
		challenges: list('challenge', sketch.challenges, { severity: 2, status: 'open' })
	};
}

function settings({ area, people, ...given }: Part<Settings>): Fields {
	return {
		id: 'workshop',
		title: 'Workshop',
		startYear: 2027,
		horizonYears: 10,
		people: { critic: 1, ...people },
		...(area && { area: { name: 'Area', level: 'neighbourhood', ...area } }),
		...given
	};
}

const indicatorDefaults = {
	dimension: 'safety',
	unit: 'reports',
	better: 'lower',
	source: 'own',
	influence: 'own'
};
const causeDefaults = {
	dimension: 'safety',
	source: 'professional',
	areaLevel: 'neighbourhood'
};
const measureDefaults = { type: 'other', domain: 'social', influence: 'own' };

/** Gives every record an id and the texts it cannot do without. */
function list(kind: string, given: unknown, defaults: Fields): Fields[] {
	const records: readonly Fields[] = Array.isArray(given) ? given : [];
	return records.map((record, index) => {
		const id = nth(kind, index);
		return { id, name: id, title: id, text: id, ...defaults, ...record };
	});
}

function nth(kind: string, index: number): string {
	return index === 0 ? kind : `${kind}-${index + 1}`;
}
