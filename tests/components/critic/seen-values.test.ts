import { describe, expect, test } from 'vitest';
import { seenSpec } from '#lib/components/critic/seen-kinds.ts';
import { seenOf } from '#lib/components/critic/seen-values.ts';
import { Critic, criticise } from '#lib/domain/critic/criticise.ts';
import { rules } from '#lib/domain/critic/rules/index.ts';
import { drawWorkshop } from '#lib/domain/critic/sketch.ts';
import { parseWorkshopValue } from '#lib/domain/workshop-file.ts';
import { loadMessages } from '#lib/i18n/messages.ts';
import { createTranslate } from '#lib/i18n/translate.ts';
import demoFile from '../../fixtures/workshops/demo-molenwijk.nl.json' with { type: 'json' };

const tongues = await Promise.all(
	(['nl', 'en'] as const).map(async (current) => {
		return { current, t: createTranslate(current, await loadMessages(current)) };
	})
);
const [dutch] = tongues;
const examples = rules.flatMap(({ examples }) =>
	[examples?.failing, examples?.reviewing].flatMap((one) => (one ? [drawWorkshop(one.given)] : []))
);
const demo = parseWorkshopValue(demoFile).file!;

describe('what the critic saw', () => {
	test('every value of every rule has a name in words', () => {
		const unnamed = examples.flatMap((file) =>
			new Critic()
				.judge(file)
				.findings.flatMap(({ rule, values }) =>
					Object.keys(values).flatMap((name) => (seenSpec(rule, name) ? [] : [`${rule}.${name}`]))
				)
		);
		expect(unnamed).toEqual([]);
	});

	test.each(tongues)('no value is written as a code, in $current', (tongue) => {
		for (const file of [...examples, demo])
			for (const finding of criticise(file).findings)
				for (const { label, text } of seenOf(finding, file, tongue)) {
					expect(text, `${finding.rule} ${label}`).toMatch(/\S/);
					expect(text).not.toMatch(/undefined|null|NaN|\[object/);
				}
	});

	test('cards are told by their titles, months by the calendar, shares in percents', () => {
		const said = (rule: string) =>
			criticise(demo)
				.findings.filter((finding) => finding.rule === rule)
				.flatMap((finding) =>
					seenOf(finding, demo, dutch!).map(({ label, text }) => `${label}: ${text}`)
				);
		expect(said('C07')).toContain('Maatregelen: Extra toezicht in de avond');
		expect(said('C05')).toContain('Er staat nu: niet ingevuld');
		expect(said('E01')).toContain('Onderbouwing: niveau 0');
	});
});
