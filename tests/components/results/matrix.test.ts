import { describe, expect, test } from 'vitest';
import { doNothingId } from '#lib/domain/identifier.ts';
import type { MatrixGroup } from '#lib/components/results/matrix.ts';
import { demoFile, matrixFor, withoutEuros } from './demo.ts';

const file = demoFile();
const cents = (euros: number) => Math.round(euros * 100) + 0;

function total(groups: readonly MatrixGroup[], sum: 'pays' | 'receives' | 'net'): number {
	return groups.reduce((all, { sums }) => all + (sums[sum].mean ?? 0), 0);
}

describe.each(file.scenarios.map(({ id }) => id))('the matrix of scenario %s', (id) => {
	const { groups, unallocated, value } = matrixFor(file, id);

	test('adds up to the totals of the scenario to the cent', () => {
		const received = value.benefit.mean + value.harm.mean;
		expect(cents(total(groups, 'pays'))).toBe(cents(value.cost.mean));
		expect(cents(total(groups, 'receives') + unallocated.mean)).toBe(cents(received));
		expect(cents(total(groups, 'net') + unallocated.mean)).toBe(cents(value.net.mean));
	});

	test('keeps purses and people apart and names every party once', () => {
		expect(groups.map(({ kind }) => kind)).toEqual(['budget', 'people']);
		for (const { kind, rows } of groups)
			expect(rows.every(({ party }) => party.kind === kind)).toBe(true);
		const shown = groups.flatMap(({ rows }) => rows.map(({ party }) => party.id));
		expect([...shown].sort()).toEqual(file.parties.map((party) => party.id).sort());
	});

	test('leaves out no euros of a party that has any', () => {
		for (const { rows } of groups)
			for (const { party, net } of rows) {
				const parties = value.parties.find((one) => one.id === party.id);
				if (net.euros === undefined) expect(parties?.net.mean).toBe(0);
				else expect(net.euros).toBe(parties?.net);
			}
	});
});

test('hours without an amount are not in euros, and no 0', () => {
	const { groups } = matrixFor(withoutEuros(file), file.scenarios[0]!.id);
	const rows = groups.flatMap((group) => group.rows);
	expect(rows.every(({ net }) => net.euros === undefined)).toBe(true);
	expect(rows.some(({ pays }) => pays.besides > 0)).toBe(true);
	expect(groups.map(({ sums }) => sums.net.mean)).toEqual([undefined, undefined]);
});

test('a recipient whose share nobody knows is reached without an amount', () => {
	const scenario = file.scenarios.find(({ id }) => id === 'people-first') ?? file.scenarios[0]!;
	const open = {
		...file,
		effects: file.effects.map((effect) => ({
			...effect,
			recipients: effect.recipients.map((one) => ({ ...one, share: null }))
		}))
	};
	const { groups, unallocated, value } = matrixFor(open, scenario.id);
	const rows = groups.flatMap((group) => group.rows);
	expect(rows.every(({ receives }) => receives.euros === undefined)).toBe(true);
	expect(rows.some(({ receives }) => receives.besides > 0)).toBe(true);
	expect(cents(unallocated.mean)).toBe(cents(value.benefit.mean + value.harm.mean));
});

test('doing nothing has nothing in euros', () => {
	const { groups, hasEuros } = matrixFor(file, doNothingId);
	expect(hasEuros).toBe(false);
	expect(groups.flatMap(({ rows }) => rows).every(({ net }) => net.besides === 0)).toBe(true);
});
