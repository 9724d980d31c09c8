import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { criticise } from '#lib/domain/critic/criticise.ts';
import type { Finding } from '#lib/domain/critic/finding.ts';
import { rules } from '#lib/domain/critic/rules/index.ts';
import { drawWorkshop } from '#lib/domain/critic/sketch.ts';
import { parseWorkshopFile } from '#lib/domain/workshop-file.ts';
import type { WorkshopFile } from '#lib/domain/workshop-file.ts';
import { workshopFile } from '../arbitraries.ts';
import { exampleNames, exampleText } from '../examples.ts';
import type { Json } from '../examples.ts';

/** A contribution of a party, with money and hours, that nobody can ask anything about. */
const contribution = (partyId: string) => ({
	...{ id: 'cure', partyId, kind: 'money', amount: 1, hours: 1 },
	...{ timing: 'once', confirmed: true, deadline: null }
});

/** The value that takes the cause away at the field where the finding points. */
const cures: { readonly [rule: string]: (now: Json, file: Json, finding: Finding) => unknown } = {
	E01: () => 3,
	E02: () => [{ text: 'A trial elsewhere', url: null }],
	E03: () => 'pilot',
	E04: () => [],
	E05: () => [],
	E06: (_, { workshop }) => workshop.area.level,
	E07: () => true,
	C02: () => [],
	C03: () => [],
	C04: () => 'contributes',
	C05: () => 0,
	C06: () => 0.5,
	C07: () => 0.1,
	C09: () => 'Neighbours who meet call each other first.',
	C10: () => [],
	C11: () => ['works in care'],
	C12: () => 'A waiting list',
	C14: () => [],
	C15: () => [],
	C16: () => [],
	D04: () => [],
	D05: () => 'other',
	D06: () => 'other',
	D07: (now) => (typeof now === 'string' ? '' : null),
	D09: () => 'Permission',
	D10: () => true,
	D11: () => [],
	M01: withoutFormula,
	M02: (now) => (Array.isArray(now) ? [{ name: 'x', quantity: { low: 1, high: 2 } }] : null),
	M03: () => null,
	M04: () => [],
	M05: withoutFormula,
	M06: () => 1,
	M07: () => null,
	T01: (_, __, { values }) => values.earliest,
	T02: () => '2999-01-01',
	T03: (_, __, { values }) => values.needed,
	T04: (_, __, { values }) => values.lastYear,
	T05: () => 0.1,
	T07: () => [],
	K01: () => [],
	K02: () => 'A law',
	K04: () => ['already-running'],
	K06: (_, { parties }) => [contribution(parties[0]?.id)],
	K07: () => 'other',
	K08: () => null,
	K09: (now) => ({ ...now, hours: 1 }),
	K11: () => ['procedure-checked'],
	G01: (now) =>
		typeof now === 'number' ? 1 : [{ target: { kind: 'workshop' }, text: '', answer: '' }],
	G02: () => true,
	G05: () => 'area manager',
	G06: () => 0,
	G07: (now) => (typeof now === 'string' ? '' : null),
	G08: () => 'We spoke about who counts.',
	G09: () => 'draft',
	G11: () => [],
	O01: (_, { indicators }) => indicators[0]?.id ?? 'some-indicator',
	O02: (_, { workshop }) => [{ period: String(workshop.startYear - 1), value: 1, source: null }],
	O03: () => [],
	O04: (_, { workshop }) => [
		{
			id: 'cure',
			status: 'draft',
			choices: [],
			dissent: [],
			...review(workshop),
			reviews: [review(workshop)]
		}
	],
	O05: () => 'lower',
	O06: () => 'The next neighbourhood',
	O07: () => null,
	O08: () => 'Fewer reports',
	O09: () => null,
	O10: (now) => (typeof now === 'string' ? 'Nobody.' : null),
	O11: () => 'safety'
};

/** An amount that a formula computes is taken away with its formula. */
function withoutFormula(_: Json, { effects }: Json, { target }: Finding): null {
	effects.find(({ id }: Json) => id === target.id).formula = '';
	return null;
}

function review({ startYear }: { startYear: number }) {
	return { date: `${startYear}-06-01`, owner: 'area manager', indicatorIds: ['x'], outcome: null };
}

/** Findings whose cause is not in the field they point to, or that point to no field. */
const elsewhere = 'C01 C08 C17 D01 D02 D03 M08 T06 K03 K10 G03 G04'.split(' ');

test('every rule that speaks has a cure at its field, or its cause lies elsewhere', () => {
	const speaking = rules.filter(({ kind }) => kind !== 'human').map(({ id }) => id);
	expect([...Object.keys(cures), ...elsewhere].toSorted()).toEqual(speaking.toSorted());
});

describe('taking away the cause at the field of a finding', () => {
	const examples = rules.flatMap(({ id, examples }) => {
		if (!examples || !(id in cures)) return [];
		const { failing, reviewing } = examples;
		return [failing, reviewing].flatMap((example) =>
			example ? [[id, example.given] as const] : []
		);
	});

	test.each(examples)('removes the finding from an example of rule %s', (_, given) => {
		expectCurable(drawWorkshop(given));
	});

	test.each(exampleNames)('removes each finding from the workshop %s', (name) => {
		expectCurable(parseWorkshopFile(exampleText(name)).file!);
	});

	test('removes each finding from any workshop', () => {
		fc.assert(fc.property(workshopFile, expectCurable), { seed: 4, numRuns: 60 });
	});
});

function expectCurable(file: WorkshopFile): void {
	for (const finding of criticise(file).findings) {
		const cure = cures[finding.rule];
		if (!cure || (finding.rule === 'O10' && isAboutChallenge(finding))) continue;
		const after = criticise(cured(file, finding)).findings.map(nameOf);
		expect(after, JSON.stringify(finding)).not.toContain(nameOf(finding));
	}
}

/** The text stands in the challenge, not at the target of it. */
function isAboutChallenge({ values }: Finding): boolean {
	return 'challenge' in values;
}

function cured(file: WorkshopFile, finding: Finding): WorkshopFile {
	const copy: Json = structuredClone(file);
	const { kind, id, field } = finding.target;
	const list = { party: 'parties' }[kind as string] ?? `${kind}s`;
	const record =
		kind !== 'workshop'
			? copy[list].find((one: Json) => one.id === id)
			: (field ?? '') in copy
				? copy
				: copy.workshop;
	const path = (field ?? '').split('.');
	const last = path.pop() ?? '';
	const place = path.reduce((part, key) => part[key], record);
	place[last] = cures[finding.rule]?.(place[last], copy, finding);
	return copy;
}

function nameOf({ rule, target, scenario }: Finding): string {
	return JSON.stringify([rule, target, scenario]);
}
