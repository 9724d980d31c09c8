import { expect, test } from 'vitest';
import type { Report, ReportTable } from '#lib/exporters/report.ts';
import { newEffect } from '#lib/domain/effect.ts';
import { demoFile } from '../results/demo.ts';
import { reportFor, tongueOf, wordsOf } from './papers.ts';

const file = demoFile();
const scenarioId = 'people-first';
const nl = await tongueOf('nl');
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

function sectionOf({ sections }: Report, id: string) {
	const section = sections.find((one) => one.id === id);
	if (!section) throw new Error(`There is no section ${id}.`);
	return section;
}

function tableOf(report: Report, id: string): ReportTable {
	const table = sectionOf(report, id).blocks.find((block) => block.kind === 'table');
	if (!table) throw new Error(`Section ${id} has no table.`);
	return table;
}

function pointsOf(report: Report): readonly { lead: string; text: string }[] {
	const [block] = sectionOf(report, 'not-in-euros').blocks;
	return block?.kind === 'points' ? block.points : [];
}

test('what is in no sum is listed, and counted alike in the title and above the matrix', () => {
	const report = reportFor({ file, scenarioId, tongue: nl });
	const points = pointsOf(report);
	expect(points.map(({ lead, text }) => `${lead}: ${plain(text)}`)).toEqual(
		expect.arrayContaining([
			'Politie, basisteam Waterhoven legt in: Extra toezicht in de avond: 120 uur per jaar',
			expect.stringMatching(/^Minder eenzaamheid bij ouderen: /)
		])
	);
	const counted = `${points.length} dingen staan niet in euro’s en zitten in geen som`;
	expect(sectionOf(report, 'not-in-euros').title).toBe(counted);
	expect(JSON.stringify(sectionOf(report, 'matrix').blocks)).toContain(counted);
});

test('all is in the sums only where nothing is left out, hours and plus signs included', () => {
	const effects = file.effects.map((one) =>
		newEffect(one.id, { ...one, formula: '', inputs: [], amount: 2, unitValue: 10 })
	);
	const measures = file.measures.map((measure) => ({
		...measure,
		contributions: measure.contributions.map((one) => ({ ...one, amount: one.amount ?? 5 }))
	}));
	const words = wordsOf(
		reportFor({ file: { ...file, effects, measures }, scenarioId, tongue: nl })
	);
	expect(words).toContain('Er is niets weggelaten uit de sommen');
	expect(words).toContain('Alles zit in de sommen.');
	expect(words).not.toMatch(/en zit(ten)? in geen som/);
});

test.each(['scenarios', 'matrix'])(
	'every result in the table of %s has the range around it, sums over several parties too',
	(id) => {
		const report = reportFor({ file, scenarioId, tongue: nl });
		const { caption, rows } = tableOf(report, id);
		expect(plain(caption)).toContain('euro’s van 2026');
		expect(caption).toContain('9 van de 10 uitkomsten');
		const cells = rows.flatMap((row) => row.slice(1)).filter((cell) => /€\s[1-9]/.test(cell));
		expect(cells.length).toBeGreaterThan(5);
		for (const cell of cells) expect(plain(cell)).toMatch(/€ \S+( mln)? \((− |\+ )?€ .+ tot .+\)/);
	}
);

test('what is left over says what beside it is not in euros', () => {
	const { rows } = tableOf(reportFor({ file, scenarioId, tongue: nl }), 'matrix');
	const police = rows.find(([name]) => name?.startsWith('Politie'));
	expect(plain(police?.at(-1) ?? '')).toContain('+ 1 niet in euro’s');
});

test('what is put in has its range and the price year', () => {
	const { caption, rows } = tableOf(reportFor({ file, scenarioId, tongue: nl }), 'arena');
	expect(caption).toContain('euro’s van 2026');
	expect(plain(JSON.stringify(rows))).toContain('€ 7,1 mln eenmalig (6,2–9 mln)');
});

test('where a figure stands now is its newest period, with the source and edition of that', () => {
	const indicators = file.indicators.map((indicator) => ({
		...indicator,
		observations: [
			{ period: '2026-Q3', value: 41, source: 'eigen registratie, editie 3' },
			{ period: '2024', value: 160, source: 'oude telling' }
		]
	}));
	const report = reportFor({
		file: { ...file, indicators },
		scenarioId: 'together-small',
		tongue: nl
	});
	const words = JSON.stringify(sectionOf(report, 'monitor'));
	expect(words).toContain('(K3 2026, eigen registratie, editie 3)');
	expect(words).not.toContain('oude telling');
});
