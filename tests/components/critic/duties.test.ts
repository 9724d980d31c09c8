import { describe, expect, test } from 'vitest';
import { missingIn } from '#lib/components/critic/challenge/endings.ts';
import { numberName, numbersOf } from '#lib/components/critic/challenge/number-names.ts';
import { dutiesOf } from '#lib/components/critic/seat/duties.ts';
import { beliefs } from '#lib/components/experiments/beliefs.ts';
import { clustersOf } from '#lib/components/premortem/clusters.ts';
import { answeringParties } from '#lib/domain/critic/answering-parties.ts';
import { newChallenge, type Target } from '#lib/domain/challenge.ts';
import { parseWorkshopValue } from '#lib/domain/workshop-file.ts';
import { loadMessages } from '#lib/i18n/messages.ts';
import { createTranslate } from '#lib/i18n/translate.ts';
import demoFile from '../../fixtures/workshops/demo-molenwijk.nl.json' with { type: 'json' };

const { file } = parseWorkshopValue(demoFile);
if (!file) throw new Error('The example does not parse.');
const { measures, effects } = file;
const [measure] = measures;
const about = (kind: Target['kind'], id: string): Target => ({ kind, id, field: null });
const asked = (target: Target) => ({
	...newChallenge('c1', { target, text: 'Is this so?' }),
	...{ at: null, by: null, evidence: '', investigator: null, history: [] }
});

describe('the duties of the critic', () => {
	test('count a question about an effect for every measure that brings it about', () => {
		const effect = effects.find(({ measureIds }) => measureIds.length > 0)!;
		const challenges = [asked(about('effect', effect.id))];
		const duties = dutiesOf(file, { challenges, arguments: [] });
		expect(
			duties
				.filter((duty) => duty.challenged)
				.map((duty) => duty.measure.id)
				.sort()
		).toEqual([...effect.measureIds].sort());
	});

	test('do not count a question about something else', () => {
		const challenges = [asked(about('workshop', file.workshop.id))];
		const duties = dutiesOf(file, { challenges, arguments: [] });
		expect(duties.some((duty) => duty.challenged || duty.defended)).toBe(false);
	});

	test('count an argument for its own measure only', () => {
		const said = [{ measureId: measure!.id, text: 'It is cheap.', at: null, by: null }];
		const duties = dutiesOf(file, { challenges: [], arguments: said });
		expect(duties.filter((duty) => duty.defended).map((duty) => duty.measure.id)).toEqual([
			measure!.id
		]);
	});
});

test('a measure is answered for by its lead, an effect also by who brought it in, the rest by nobody', () => {
	const effect = { id: 'e', initiatorPartyId: 'tenants', measureIds: ['m', 'n', 'gone'] };
	const cards = {
		effects: [effect],
		measures: [
			{ id: 'm', leadPartyId: 'association' },
			{ id: 'n', leadPartyId: null }
		]
	};
	expect(answeringParties(about('measure', 'm'), cards)).toEqual(['association']);
	expect(answeringParties(about('measure', 'n'), cards)).toEqual([]);
	expect(answeringParties(about('effect', 'e'), cards)).toEqual(['tenants', 'association']);
	expect(answeringParties(about('party', 'association'), cards)).toEqual([]);
});

test('every ending names what it still needs', () => {
	const nothing = { answer: ' ', evidence: '', who: '', investigateBy: '' };
	expect(missingIn('adjusted', nothing)).toBeUndefined();
	expect(missingIn('substantiated', nothing)).toBe('evidence');
	expect(missingIn('stands', nothing)).toBe('answer');
	expect(missingIn('investigate', nothing)).toBe('who');
	const who = { ...nothing, who: 'party police' };
	expect(missingIn('investigate', { ...who, investigateBy: '30-06-2027' })).toBe('investigateBy');
	expect(missingIn('investigate', { ...who, investigateBy: '2027-06-30' })).toBeUndefined();
});

test('every number of every card can be asked about, and has a name', async () => {
	const t = createTranslate('nl', await loadMessages('nl'));
	const cards = [
		...effects.map(({ id }) => ({ kind: 'effect' as const, id })),
		...measures.map(({ id }) => ({ kind: 'measure' as const, id }))
	];
	for (const card of cards) {
		const fields = numbersOf(card, file);
		expect(fields.length).toBeGreaterThan(3);
		for (const field of fields) {
			expect(numberName(field, card, file, { t, current: 'nl' })).toMatch(/\S/);
		}
	}
	expect(numbersOf({ kind: 'party', id: file.parties[0]!.id }, file)).toEqual([]);
});

test('the largest heap of cards comes first, loose cards last', () => {
	const card = (id: string, cluster: string) => ({
		...{ id, cluster, premortemId: 'p', text: id, outcome: null }
	});
	const cards = [card('a', ''), card('b', 'money'), card('c', 'people'), card('d', 'people')];
	expect(clustersOf(cards).map(({ name, cards: heap }) => [name, heap.length])).toEqual([
		['people', 2],
		['money', 1],
		['', 1]
	]);
});

test('an effect rests on belief when nobody measured anything like it', () => {
	const levels = (list: typeof effects) => list.map(({ evidence }) => evidence.level);
	expect(levels(beliefs(effects)).every((level) => level === null || level <= 1)).toBe(true);
	expect(beliefs(effects).length).toBeGreaterThan(0);
	expect(beliefs(effects).length).toBeLessThan(effects.length);
});
