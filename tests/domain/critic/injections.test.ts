import { describe, expect, test } from 'vitest';
import { Critic } from '#lib/domain/critic/criticise.ts';
import type { Finding } from '#lib/domain/critic/finding.ts';
import { rules } from '#lib/domain/critic/rules/index.ts';
import { parseWorkshopValue } from '#lib/domain/workshop-file.ts';
import { exampleValue } from '../examples.ts';
import { causality } from './injections/causality.ts';
import { cost } from './injections/cost.ts';
import { distribution } from './injections/distribution.ts';
import { evidence } from './injections/evidence.ts';
import { group } from './injections/group.ts';
import { Sound } from './injections/injection.ts';
import type { Injection } from './injections/injection.ts';
import { magnitude } from './injections/magnitude.ts';
import { monitoring } from './injections/monitoring.ts';
import { timing } from './injections/timing.ts';

const injections = [
	...[evidence, causality, distribution, magnitude, timing, cost, group, monitoring].flat()
];

test('every rule that can speak has its cause put into the sound example', () => {
	const injected = new Set(injections.map(({ rule }) => rule));
	const speaking = rules.filter(({ kind }) => kind !== 'human').map(({ id }) => id);
	expect([...injected].toSorted()).toEqual(speaking.toSorted());
});

describe.each(injections)('the cause of $rule in the sound example', (injection) => {
	const critic = new Critic();
	const { rule, outcome = 'fail', also = {} } = injection;

	test('makes the rule speak at the right place, with only the named others', () => {
		const findings = judged(critic, injection.inject);
		const spoken = findings.filter((finding) => finding.rule === rule);
		expect(spoken.map(placeOf)).toEqual(
			injection.at.map(([kind, id, field, scenario]) => [
				...[kind, id, field, scenario ?? null, outcome]
			])
		);
		const others = new Set(findings.map((finding) => finding.rule).filter((id) => id !== rule));
		expect([...others].toSorted()).toEqual(Object.keys(also).toSorted());
	});

	test('is gone when it is undone', () => expect(judged(critic, () => {})).toEqual([]));

	test('does not make the rule speak when it is a near miss', () => {
		const spoken = judged(critic, injection.nearMiss).map((finding) => finding.rule);
		expect(spoken).not.toContain(rule);
	});
});

function judged(critic: Critic, change: Injection['inject']): readonly Finding[] {
	const sound = new Sound(exampleValue('sound-example.nl'));
	change(sound);
	const { file, problems } = parseWorkshopValue(sound.value);
	expect(problems).toEqual([]);
	return critic.judge(file!).findings;
}

function placeOf({ target, scenario, outcome }: Finding) {
	return [target.kind, target.id, target.field, scenario, outcome];
}
