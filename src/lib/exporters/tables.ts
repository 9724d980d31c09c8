import type { EvaluationReport } from '#lib/domain/valuation/report.ts';
import type { WorkshopFile } from '#lib/domain/workshop-file.ts';
import type { TextKey } from '#lib/i18n/messages.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import type { Cell, Table } from './table.ts';

/** A record as flat fields; each becomes a column under its own name in the format. */
type Flat = Readonly<Record<string, Cell>>;

/** What a table is made of, before its titles are in somebody's language. */
type Rows = { readonly id: TableId; readonly rows: readonly Flat[] };

export type TableId =
	| 'settings'
	| 'parties'
	| 'indicators'
	| 'observations'
	| 'causes'
	| 'measures'
	| 'contributions'
	| 'effects'
	| 'inputs'
	| 'recipients'
	| 'scenarios'
	| 'choices'
	| 'reviews'
	| 'dissent'
	| 'rounds'
	| 'estimates'
	| 'challenges'
	| 'results'
	| 'party-results'
	| 'effect-results';

/** Makes every table of a workshop, and of what it is worth when that is known; empty tables are left out. */
export function allTables(
	file: WorkshopFile,
	results: EvaluationReport | undefined,
	t: Translate
): Table[] {
	const found = [...recordRows(file), ...listRows(file), ...(results ? resultRows(results) : [])];
	return found.filter(({ rows }) => rows.length > 0).map((one) => tableOf(one, t));
}

function recordRows(file: WorkshopFile): Rows[] {
	return [
		{ id: 'settings', rows: [flat(file.workshop)] },
		{ id: 'parties', rows: file.parties.map(flat) },
		{ id: 'indicators', rows: file.indicators.map(flat) },
		{ id: 'causes', rows: file.causes.map(flat) },
		{ id: 'measures', rows: file.measures.map(flat) },
		{ id: 'effects', rows: file.effects.map(flat) },
		{ id: 'scenarios', rows: file.scenarios.map(flat) },
		{ id: 'rounds', rows: file.rounds.map(flat) },
		{ id: 'challenges', rows: file.challenges.map(flat) }
	];
}

/** What lies within a record becomes a table of its own, with the record's id before it. */
function listRows({ indicators, measures, effects, scenarios, rounds }: WorkshopFile): Rows[] {
	return [
		{ id: 'observations', rows: nested('indicatorId', indicators, (one) => one.observations) },
		{ id: 'contributions', rows: nested('measureId', measures, (one) => one.contributions) },
		{ id: 'inputs', rows: nested('effectId', effects, (one) => one.inputs) },
		{ id: 'recipients', rows: nested('effectId', effects, (one) => one.recipients) },
		{ id: 'choices', rows: nested('scenarioId', scenarios, (one) => one.choices) },
		{ id: 'reviews', rows: nested('scenarioId', scenarios, (one) => one.reviews) },
		{ id: 'dissent', rows: nested('scenarioId', scenarios, (one) => one.dissent) },
		{ id: 'estimates', rows: nested('roundId', rounds, (one) => one.estimates) }
	];
}

function resultRows({ scenarios, comparison, engine }: EvaluationReport): Rows[] {
	const chances = new Map(comparison.map((one) => [one.id, one]));
	return [
		{
			id: 'results',
			rows: scenarios.map(({ parties: _, effects: __, tornado: ___, notInEuros, ...one }) => ({
				...flat(one),
				notInEuros: notInEuros.join(', '),
				...flat({ ...chances.get(one.id), id: one.id }),
				...flat(engine)
			}))
		},
		{ id: 'party-results', rows: nested('scenarioId', scenarios, (one) => one.parties) },
		{ id: 'effect-results', rows: nested('scenarioId', scenarios, (one) => one.effects) }
	];
}

function nested<Item extends { readonly id: string }>(
	name: string,
	records: readonly Item[],
	listOf: (record: Item) => readonly object[]
): Flat[] {
	return records.flatMap((record) =>
		listOf(record).map((item) => ({ [name]: record.id, ...flat(item) }))
	);
}

/** Lays fields side by side: a field within a field gets both names, words in a list become one text. */
function flat(record: object): Flat {
	return Object.fromEntries(
		Object.entries(record).flatMap(([name, value]) => fieldsOf(name, value))
	);
}

function fieldsOf(name: string, value: unknown): [string, Cell][] {
	if (value === null || value === undefined) return [[name, null]];
	if (Array.isArray(value)) return listFields(name, value);
	if (typeof value === 'object')
		return Object.entries(value).flatMap(([inner, part]) => fieldsOf(`${name}.${inner}`, part));
	return [[name, asCell(value)]];
}

/** A list of records has a table of its own, so it is no column; references are written as text. */
function listFields(name: string, list: readonly unknown[]): [string, Cell][] {
	if (name === 'evidence.references')
		return [[name, list.map((one) => Object.values(one as object).join(' ')).join('; ')]];
	if (list.some((item) => typeof item === 'object' && item !== null)) return [];
	return [[name, list.join(', ')]];
}

function asCell(value: unknown): Cell {
	if (typeof value === 'number' || typeof value === 'boolean') return value;
	return String(value);
}

function tableOf({ id, rows }: Rows, t: Translate): Table {
	const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))].filter(
		(name) => !isListOfRecords(name)
	);
	return {
		id,
		title: t(`export.table.${id}` satisfies TextKey),
		columns,
		rows: rows.map((row) => columns.map((name) => row[name] ?? null))
	};
}

const listsOfRecords = ['observations', 'contributions', 'inputs', 'recipients', 'choices'];

/** An empty list of records looks like an empty list of words. */
function isListOfRecords(name: string): boolean {
	return [...listsOfRecords, 'reviews', 'dissent', 'estimates'].includes(name);
}
