import { expect, test } from 'vitest';
import { criticise } from '#lib/domain/critic/criticise.ts';
import { recordRule } from '#lib/domain/critic/record-rule.ts';
import { rules } from '#lib/domain/critic/rules/index.ts';
import { calibrate } from '#lib/domain/forecast/calibration.ts';
import { parseWorkshopFile } from '#lib/domain/workshop-file.ts';
import { makeHistory } from '../forecast/histories.ts';
import { exampleText } from '../examples.ts';

const file = parseWorkshopFile(exampleText('demo-molenwijk.nl')).file!;
/** Of what this group expects, about 40 % comes. */
const hopeful = { realised: 0.4, noise: 0.1 };
const record = calibrate(makeHistory(hopeful, 5, 24));

const asked = (given: Parameters<typeof criticise>[1]) =>
	criticise(file, given).findings.filter(({ rule }) => rule === recordRule.id);

test('the record asks about estimates that it speaks against, with what came and of how many', () => {
	const findings = asked({ record });
	expect(findings.length).toBeGreaterThan(0);
	for (const { severity, outcome, target, values } of findings) {
		expect([severity, outcome, target.kind, target.field]).toEqual([
			2,
			'review',
			'effect',
			'amount'
		]);
		expect(values.n).toBeGreaterThanOrEqual(10);
		expect(values.high).toBeLessThan(1);
		expect(values.came).toBeCloseTo(0.4, 1);
	}
	const harms = file.effects.filter(({ direction }) => direction === 'harm').map(({ id }) => id);
	expect(findings.map(({ target }) => target.id).filter((id) => harms.includes(id))).toEqual([]);
});

test('without a record, and with fewer than ten outcomes, it asks nothing', () => {
	expect(asked({})).toEqual([]);
	expect(asked({ record: calibrate(makeHistory(hopeful, 5, 9)) })).toEqual([]);
});

test('a group that came out as it said is not asked', () => {
	expect(asked({ record: calibrate(makeHistory({ realised: 1, noise: 0.3 }, 5, 24)) })).toEqual([]);
});

test('of one scenario only the effects that count in it are asked about, in the order of all findings', () => {
	const [all, some] = [asked({ record }), asked({ record, scenario: 'people-first' })];
	expect(some.length).toBeGreaterThan(0);
	expect(some.length).toBeLessThan(all.length);
	const { findings } = criticise(file, { record });
	const severities = findings.map(({ severity }) => severity);
	expect(severities).toEqual(severities.toSorted((one, other) => other - one));
});

test('it has a name that no rule of the table has', () => {
	expect(rules.map(({ id }) => id)).not.toContain(recordRule.id);
});
