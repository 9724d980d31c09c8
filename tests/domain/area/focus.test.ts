import { describe, expect, test } from 'vitest';
import { causesByDimension, inOrderOfAttention, standingOf } from '#lib/domain/area/focus.ts';
import { newCause } from '#lib/domain/cause.ts';
import { newIndicator, type Indicator } from '#lib/domain/indicator.ts';

function indicator(id: string, given: Partial<Indicator>): Indicator {
	return newIndicator(id, { name: id, dimension: 'safety', ...given });
}

const at = (period: string, value: number | null) => ({ period, value, source: null });

describe('an indicator', () => {
	test('is below its norm by the direction that is better', () => {
		const more = { norm: 10, observations: [at('2024', 12)] };
		expect(standingOf(indicator('a', { ...more, better: 'lower' }), [])).toMatchObject({
			verdict: 'below',
			gap: 0.2
		});
		expect(standingOf(indicator('a', { ...more, better: 'higher' }), []).verdict).toBe('met');
		expect(standingOf(indicator('a', { ...more, better: 'ambiguous' }), []).verdict).toBe(
			'unclear'
		);
	});

	test('is judged by its last value, in order of time, and a missing one is not filled in', () => {
		const observations = [at('2024-Q4', 8), at('2025', null), at('2023', 20), at('2024-Q1', 30)];
		const { last, verdict } = standingOf(
			indicator('a', { norm: 10, better: 'lower', observations }),
			[]
		);
		expect(last).toEqual({ period: '2024-Q4', value: 8, source: null });
		expect(verdict).toBe('met');
	});

	test('of two mixed editions is held to its norm by the newest edition alone', () => {
		const from = (period: string, value: number | null, edition: string) => ({
			...{ period, value, source: `Leefbaarometer ${edition}` }
		});
		const observations = [from('2018', 0.1, '2.0'), from('2020', null, '3.0')];
		const mixed = indicator('a', { norm: 0.2, observations });
		expect(standingOf(mixed, []).verdict).toBe('no-value');
		const measured = [...observations, from('2022', 0.3, '3.0')];
		expect(standingOf({ ...mixed, observations: measured }, []).verdict).toBe('met');
	});

	test('without a norm or a value is not judged', () => {
		expect(standingOf(indicator('a', { observations: [at('2024', 1)] }), []).verdict).toBe(
			'no-norm'
		);
		expect(standingOf(indicator('a', { norm: 0, observations: [] }), []).verdict).toBe('no-value');
	});
});

describe('what matters first', () => {
	const low: Partial<Indicator> = { norm: 10, better: 'higher', observations: [at('2024', 5)] };
	const order = (...standings: ReturnType<typeof standingOf>[]) =>
		inOrderOfAttention(standings).map(({ indicator: { id } }) => id);

	test('is below the norm, and within reach before out of reach', () => {
		expect(
			order(
				standingOf(indicator('met', { ...low, norm: 1, influence: 'own' }), []),
				standingOf(indicator('outside', { ...low, influence: 'outside' }), []),
				standingOf(indicator('own', { ...low, influence: 'own' }), []),
				standingOf(indicator('shared', { ...low, influence: 'shared' }), [])
			)
		).toEqual(['own', 'shared', 'outside', 'met']);
	});

	test('then what more parties recognise, then what is furthest from the norm', () => {
		const cause = newCause('c', { text: 'x', dimension: 'housing', endorsedBy: ['p', 'q'] });
		expect(
			order(
				standingOf(indicator('near', { ...low, observations: [at('2024', 9)] }), [cause]),
				standingOf(indicator('far', low), [cause]),
				standingOf(indicator('explained', { ...low, dimension: 'housing' }), [cause])
			)
		).toEqual(['explained', 'far', 'near']);
	});
});

test('explanations stand with their dimension, the most recognised first', () => {
	const causes = [
		newCause('one', { text: 'one', dimension: 'safety', endorsedBy: [] }),
		newCause('two', { text: 'two', dimension: 'safety', endorsedBy: ['p'] })
	];
	expect(causesByDimension(causes, ['housing', 'safety'])).toEqual([
		{ dimension: 'safety', causes }
	]);
	const { causes: found } = standingOf(indicator('a', {}), causes);
	expect(found.map(({ id }) => id)).toEqual(['two', 'one']);
});
