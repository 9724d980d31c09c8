import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { flowsTable } from '#lib/charts/flow-sentences.ts';
import { flowsOf } from '#lib/charts/flows.ts';
import { tornadoChart } from '#lib/charts/tornado.ts';
import { savedMap, savedProfile, savedTrend } from '#lib/components/area/area-tables.ts';
import { savedNumbers, tableToSave, type SavedTable } from '#lib/components/chart/saved-table.ts';
import { revealedNumber } from '#lib/components/estimate/revealed.ts';
import { savedReveal } from '#lib/components/estimate/saved-reveal.ts';
import { outcomesTable } from '#lib/components/forecast/outcomes-table.ts';
import { agreementsTable } from '#lib/components/report/agreements.ts';
import { comparisonRows } from '#lib/components/scenario/comparison.ts';
import { savedComparison } from '#lib/components/scenario/saved-comparison.ts';
import { savedVote } from '#lib/components/vote/saved-vote.ts';
import { readRound } from '#lib/document/session/round.ts';
import { createEngine } from '#lib/domain/valuation/engine.ts';
import { countScenario } from '#lib/domain/valuation/in-euros.ts';
import type { WorkshopFile } from '#lib/domain/workshop-file.ts';
import { csvText } from '#lib/exporters/csv.ts';
import type { Table } from '#lib/exporters/table.ts';
import { en, molenwijk, nl, plain, valued } from '../charts/valued.ts';
import { attacks, runs } from './spreadsheet.ts';

const file = molenwijk();
const people = valued(file, 'people-first');
const engine = createEngine({ samplesPerReplicate: 256, replicates: 1 });
const evaluation = engine.evaluate(file, {});

/** The scenarios of a file side by side, with what those of the example are worth. */
function compared(named: WorkshopFile) {
	const nothing = { id: 'do-nothing', title: 'Niets doen', choices: [] };
	const candidates = [nothing, ...named.scenarios].map((scenario) => ({
		...{ scenario, adopted: false, counts: countScenario(scenario, file) }
	}));
	return comparisonRows(candidates, evaluation);
}

const round = readRound({
	...{ id: 'r1', effectId: 'e', field: 'amount', round: 1, status: 'revealed' },
	...{ hidden: true, anonymous: true, ready: 3, dontKnow: 1, shown: [] },
	estimates: [
		{ partyId: null, low: 4, likely: 6, high: 9, confidence: 0.8, reason: 'Zoals vorig jaar' },
		{ partyId: null, low: 2.5, likely: 3, high: 5, confidence: null }
	]
})!;

const rowsOf = (text: string, delimiter: string) =>
	Papa.parse<string[]>(text.slice(1), { delimiter, skipEmptyLines: true }).data;

test('scenarios side by side leave with their ranges in whole euros, and doing nothing as 0', () => {
	const { columns, rows } = savedComparison(compared(file), 'Verschil', nl);
	expect(columns.slice(0, 4).map(plain)).toEqual([
		...['Scenario', 'kosten: gemiddeld', 'kosten: 1 van de 20 is lager'],
		'kosten: 1 van de 20 is hoger'
	]);
	expect(rows[0]?.slice(0, 4)).toEqual(['Niets doen', 0, 0, 0]);
	for (const row of rows) expect(row).toHaveLength(columns.length);
	const worth = evaluation.scenarios.find(({ id }) => id === 'people-first');
	const saved = rows[1 + file.scenarios.findIndex(({ id }) => id === 'people-first')];
	expect(saved?.[10]).toBe(Math.round(worth?.net.mean ?? 0));
	expect(saved?.[11]).toBe(Math.round(worth?.net.p5 ?? 0));
	expect(saved?.[12]).toBe(Math.round(worth?.net.p95 ?? 0));
});

test('a scenario without euros leaves with empty places and no zero', () => {
	const [nothing] = compared(file);
	const cell = { mean: undefined, euros: undefined, besides: 2 };
	const bare = { ...nothing!, ...{ cost: cell, benefit: cell, harm: cell, net: cell } };
	const unknown = { ...bare, corrected: undefined, compared: undefined, paybackYear: null };
	const [row] = savedComparison([unknown], '', nl).rows;
	expect(row?.slice(1)).toEqual([...Array.from({ length: 16 }, () => null), 2]);
});

test('a reveal leaves as numbers in the order of the screen, without names or reasons', () => {
	const number = revealedNumber([round], round, { low: 1, likely: 7, high: 9 });
	const table = tableToSave(savedReveal(number, 'Wij schatten 4,5.', nl), {
		...{ title: 'Hoeveel?', basis: '2 schattingen.' }
	});
	expect(rowsOf(csvText(table, 'nl'), ';')).toEqual([
		['Ronde', 'Wat het is', 'Laagste', 'Waarschijnlijk', 'Hoogste', expect.any(String)],
		['1', 'schatting', '4', '6', '9', '0,8'],
		['1', 'schatting', '2,5', '3', '5', ''],
		expect.arrayContaining(['1', 'samen: het midden van alle schattingen', '4,5']),
		['', 'in het plan', '', '7', '', ''],
		...[['Hoeveel?'], ['Wij schatten 4,5.'], ['2 schattingen.']]
	]);
	expect(csvText(table, 'nl')).not.toContain('vorig jaar');
});

/** Every table beside a drawing, and the agreements, with one text wherever people type one. */
function tablesWith(text: string): Record<string, SavedTable | Table> {
	const typed = /^(?:title|name|unit|question|because|ownerName|note|text)$/;
	const named = JSON.parse(JSON.stringify(file), (key, value: unknown) =>
		typed.test(key) && typeof value === 'string' ? text : value
	) as WorkshopFile;
	const flows = flowsOf(people.value, named, () => ({ pays: true, receives: true }));
	const tornado = tornadoChart({ rows: people.rows, net: people.value.net, file: named }, nl);
	const measured = { period: '2024', version: text, status: 'ok', area: 'BU1', value: 1 } as const;
	const [indicator] = named.indicators;
	const parts = { parts: [{ key: text, value: 1 }], rest: 0, total: 1 };
	return {
		comparison: savedComparison(compared(named), text, nl),
		reveal: savedReveal(revealedNumber([round], round, 7), text, nl),
		vote: savedVote(
			{
				...{ id: 'v', question: text, kind: 'dots', status: 'closed', cast: 1 },
				...{ options: [{ id: 'o', text }], counts: { o: 3 } }
			} as unknown as Parameters<typeof savedVote>[0],
			nl.t
		),
		flows: savedNumbers(flowsTable(flows, nl)),
		tornado: savedNumbers(tornado.table!),
		trend: savedTrend(
			{ title: text, unit: text, observations: [{ ...measured, indicator: text }] },
			nl
		),
		map: savedMap(
			[{ code: text, name: text, path: '', value: 1, status: 'ok', shade: 0 }],
			text,
			nl
		),
		profile: savedProfile(
			{ own: parts, other: parts } as unknown as Parameters<typeof savedProfile>[0],
			{ ownName: text, otherName: text },
			nl
		),
		outcomes: outcomesTable(
			{ indicator, outcomes: [] } as unknown as Parameters<typeof outcomesTable>[0],
			nl
		),
		agreements: agreementsTable({
			...{ file: named, scenarioId: 'people-first', scenario: text, tongue: nl }
		})
	};
}

describe('what people typed is run by no spreadsheet, in the table', () => {
	test.each(Object.keys(tablesWith('x')))('of the %s', (kind) => {
		let typed = 0;
		for (const attack of attacks) {
			const { columns, rows, ...table } = tablesWith(attack)[kind]!;
			const caption = 'caption' in table ? table.caption : attack;
			const saved = tableToSave({ columns, rows, caption }, { title: attack, basis: attack });
			for (const [language, delimiter] of [
				['nl', ';'],
				['en', ',']
			] as const) {
				const cells = rowsOf(csvText(saved, language), delimiter).flat();
				expect(cells.filter(runs)).toEqual([]);
				typed += cells.filter((cell) => cell.includes(attack.trim().slice(-4))).length;
			}
		}
		// Each attack is really there, at the least as the title under the numbers.
		expect(typed).toBeGreaterThanOrEqual(2 * attacks.length);
	});
});

test('the words of a saved comparison are there in English as well', () => {
	const { columns } = savedComparison(compared(file), '', en);
	expect(columns[1]).toBe('costs: mean');
});
