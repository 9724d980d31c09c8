import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { newCause, causeSchema } from '#lib/domain/cause.ts';
import { challengeSchema, newChallenge } from '#lib/domain/challenge.ts';
import { contributionSchema, newContribution } from '#lib/domain/contribution.ts';
import { effectSchema, newEffect } from '#lib/domain/effect.ts';
import { isId } from '#lib/domain/identifier.ts';
import { indicatorSchema, newIndicator } from '#lib/domain/indicator.ts';
import { measureSchema, newMeasure } from '#lib/domain/measure.ts';
import { newParty, partySchema } from '#lib/domain/party.ts';
import { isLognormal, isRange } from '#lib/domain/quantity.ts';
import { isRole, roles } from '#lib/domain/role.ts';
import { newRound, roundSchema } from '#lib/domain/round.ts';
import { newScenario, scenarioSchema } from '#lib/domain/scenario.ts';
import { newSettings, settingsSchema } from '#lib/domain/workshop.ts';

describe('a new record', () => {
	const target = { kind: 'workshop', id: 'w', field: null } as const;
	test.each([
		['settings', settingsSchema, newSettings('x', { title: 'T', startYear: 2027 })],
		['a party', partySchema, newParty('x', { name: 'T' })],
		['an indicator', indicatorSchema, newIndicator('x', { name: 'T' })],
		['a cause', causeSchema, newCause('x', { text: 'T' })],
		['a measure', measureSchema, newMeasure('x', { title: 'T' })],
		['a contribution', contributionSchema, newContribution('x', { partyId: 'p' })],
		['an effect', effectSchema, newEffect('x', { title: 'T', measureIds: ['m'] })],
		['a scenario', scenarioSchema, newScenario('x', { title: 'T' })],
		['a round', roundSchema, newRound('x', { effectId: 'e', field: 'amount' })],
		['a challenge', challengeSchema, newChallenge('x', { target, text: 'T' })]
	])('of %s has the id that was given and every field filled in', (_what, schema, value) => {
		expect(value.id).toBe('x');
		expect(v.parse(schema, value)).toStrictEqual(value);
		const absent = Object.keys(schema.entries).filter((key) => !(key in value));
		expect(absent).toEqual(schema === settingsSchema ? ['area'] : []);
	});

	test('keeps what was given instead of a default, and nothing else can be given', () => {
		const effect = newEffect('x', {
			title: 'T',
			measureIds: ['m'],
			direction: 'harm',
			strength: 3
		});
		expect(effect).toMatchObject({ direction: 'harm', strength: 3, probability: 1, dropOff: 0 });
		expect(newSettings('x', { title: 'T', startYear: 2027, priceYear: 2025 }).priceYear).toBe(2025);
	});

	test('cannot be made with a value its field may not have', () => {
		expect(() => newEffect('x', { title: 'T', measureIds: [] })).toThrow('empty');
		expect(() => newParty('X', { name: 'T' })).toThrow('an id');
	});
});

test('the four roles are recognised and nothing else is', () => {
	expect(roles.every(isRole)).toBe(true);
	expect(['host', '', null, 3, 'Critic'].some(isRole)).toBe(false);
});

test('an id is at most 64 lowercase letters, digits and hyphens and starts with no hyphen', () => {
	expect(['a', '0', 'a-', 'a'.repeat(64)].every(isId)).toBe(true);
	expect(['', '-a', 'A', 'a_b', 'a b', 'a'.repeat(65), 'a\n', 3, null].some(isId)).toBe(false);
});

test('a range has a best guess and a lognormal has none', () => {
	const range = { low: 1, likely: 2, high: 3 };
	const lognormal = { low: 1, high: 3 };
	expect([range, lognormal, 2, null].map(isRange)).toEqual([true, false, false, false]);
	expect([range, lognormal, 2, null].map(isLognormal)).toEqual([false, true, false, false]);
});
