import { describe, expect, test } from 'vitest';
import { reportDocument } from '#lib/exporters/docx/report-document.ts';
import type { Target } from '#lib/domain/challenge.ts';
import { demoFile } from '../results/demo.ts';
import { filesInZip } from './zip.ts';
import { reportFor, tongueOf, wordsOf } from './papers.ts';

const file = demoFile();
const scenarioId = 'together-small';
const [nl, en] = [await tongueOf('nl'), await tongueOf('en')];

const place = (kind: Target['kind'], id: string, field: string | null): Target => ({
	...{ kind, id, field }
});

describe('the report of the example', () => {
	test('has every part that leaves the room, in this order', () => {
		const { sections } = reportFor({ file, scenarioId, tongue: nl });
		expect(sections.map(({ id }) => id)).toEqual([
			...['scenarios', 'area', 'arena', 'matrix', 'not-in-euros'],
			...['challenges', 'findings', 'decisions', 'monitor', 'method']
		]);
	});

	test('names every party, measure, effect, scenario, challenge and dissent', () => {
		const words = wordsOf(reportFor({ file, scenarioId, tongue: nl }));
		const named = [
			file.workshop.question,
			...file.parties.map(({ name }) => name),
			...file.measures.map(({ title }) => title),
			...file.effects.map(({ title }) => title),
			...file.scenarios.map(({ title }) => title),
			...file.challenges.flatMap(({ text, answer }) => [text, answer]),
			'Zonder avondtoezicht verwachten wij weinig verandering na acht uur.'
		];
		for (const name of named) expect(words).toContain(name);
	});

	test('says which seed, samples and engine give the same numbers again', () => {
		const method = reportFor({ file, scenarioId, tongue: en }).sections.at(-1);
		expect(JSON.stringify(method)).toContain('256 draws, seed 1, engine version 1.');
	});

	test('has no text that is not filled in, in either language', () => {
		for (const tongue of [nl, en]) {
			const words = wordsOf(reportFor({ file, scenarioId, tongue }));
			expect(words).not.toMatch(/undefined|NaN|\[object|null|\{\w+\}/);
		}
	});

	test('prints why something was set aside, and why the group went on', () => {
		const target = place('effect', 'crises', 'amount');
		const deed = { at: null, by: null };
		const words = wordsOf(
			reportFor({
				...{ file, scenarioId, tongue: nl },
				shared: {
					dismissals: [{ rule: 'M07', target, reason: 'De wijkagent telde ze zelf.', ...deed }],
					adopted: [
						{
							scenarioId,
							reason: 'De subsidie sluit morgen.',
							agreed: null,
							open: { findings: [{ rule: 'M07', target }], challengeIds: ['ch-class'] },
							...deed
						}
					]
				}
			})
		);
		expect(words).toContain('De wijkagent telde ze zelf.');
		expect(words).toContain('De reden: De subsidie sluit morgen.');
		expect(words).toContain('Besloten: Samen en klein beginnen');
	});

	test('prints who disagreed when the forecast was signed, by party', () => {
		const words = wordsOf(
			reportFor({
				...{ file, scenarioId, tongue: nl },
				shared: {
					signOffs: [
						{
							...{ scenarioId, partyId: 'police', verdict: 'disagree', at: null, by: null },
							reason: 'Te weinig handhaving.'
						}
					]
				}
			})
		);
		expect(words).toContain('Oneens. Te weinig handhaving.');
	});
});

describe('the document for council papers', () => {
	test('has the title, every heading, repeated table headers and page numbers', async () => {
		const report = reportFor({ file, scenarioId, tongue: nl });
		const files = await filesInZip(await reportDocument(report, 'nl'));
		const body = files.get('word/document.xml') ?? '';
		const plain = body.replaceAll(/<[^>]+>/g, '').replaceAll('&apos;', "'");
		expect(plain).toContain(report.title);
		for (const { title } of report.sections) expect(plain).toContain(title);
		expect(body.match(/<w:tblHeader\/>/g)?.length).toBe(
			report.sections.flatMap(({ blocks }) => blocks).filter(({ kind }) => kind === 'table').length
		);
		const footer = [...files].find(([name]) => /^word\/footer\d+\.xml$/.test(name))?.[1] ?? '';
		expect(footer).toContain('PAGE');
		expect(footer).toContain('NUMPAGES');
		expect(files.get('word/styles.xml')).toContain('w:lang w:val="nl-NL"');
	});
});
