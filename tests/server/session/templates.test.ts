import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { scriptOf, startingScripts, totalLength } from '#lib/components/host/script-templates.ts';
import { phases, type Phase } from '#lib/document/phase.ts';
import { loadMessages } from '#lib/i18n/messages.ts';
import { createTranslate } from '#lib/i18n/translate.ts';
import { allowedInPhase, commandAccess } from '#lib/server/access/access-table.ts';
import type { MemberRow } from '#lib/server/store/store.ts';
import { Table } from './table.ts';

const translators = {
	nl: createTranslate('nl', await loadMessages('nl')),
	en: createTranslate('en', await loadMessages('en'))
};
const everyTemplate = startingScripts.flatMap((template) =>
	(['nl', 'en'] as const).map((language) => ({ template, language }))
);

let table: Table;
let anna: MemberRow;
let bea: MemberRow;

beforeEach(async () => {
	table = await Table.lay();
	anna = await table.seat('facilitator');
	bea = await table.seat('participant');
});
afterEach(() => table.clear());

describe.each(everyTemplate)('the template $template in $language', ({ template, language }) => {
	const t = translators[language];
	const script = scriptOf(template, t);

	test('is played from its first to its last step and back, with its notes for the facilitator alone', async () => {
		await table.give(anna, { type: 'edit-script', script });
		for (const { id, phase, note } of [...script.steps, ...script.steps.toReversed()]) {
			await table.give(anna, { type: 'set-phase', phase, stepId: id });
			expect(await table.session()).toMatchObject({ phase, stepId: id });
			expect((await table.view(anna)).notes?.[id]).toBe(note);
			expect((await table.view(bea)).notes).toBeNull();
			expect(note).toMatch(/\w{3}.*[.?!]$/s);
			expect(t(`session.about.${phase}`)).toMatch(/\w{3}.*[.?!]$/s);
		}
	});

	test('is changed: a step is renamed, made longer, moved and taken out', async () => {
		const [first, second, third, ...rest] = script.steps;
		const steps = [second!, { ...first!, title: 'Koffie', length: 25, note: 'Zacht.' }, ...rest];
		await table.give(anna, { type: 'edit-script', script: { ...script, template: 'own', steps } });
		const { script: shown } = await table.session();
		expect(shown?.template).toBe('own');
		expect(shown?.steps.map(({ id }) => id)).toEqual(steps.map(({ id }) => id));
		expect(shown?.steps[1]).toMatchObject({ title: 'Koffie', length: 25 });
		expect(shown?.steps.map(({ id }) => id)).not.toContain(third!.id);
		expect((await table.view(anna)).notes?.[first!.id]).toBe('Zacht.');
	});
});

test('the templates take 210 minutes, 90 minutes and windows of whole days', () => {
	const [halfDay, short, remote] = startingScripts.map((name) => scriptOf(name, translators.nl));
	expect([halfDay!.unit, totalLength(halfDay!)]).toEqual(['minutes', 210]);
	expect([short!.unit, totalLength(short!)]).toEqual(['minutes', 90]);
	expect(remote!.unit).toBe('days');
	expect(remote!.steps.every(({ length }) => Number.isInteger(length) && length >= 1)).toBe(true);
});

test('half a day has every phase of a session; what a phase restricts can be done in every template', () => {
	const phasesOf = (name: (typeof startingScripts)[number]): readonly Phase[] =>
		scriptOf(name, translators.nl).steps.map(({ phase }) => phase);
	const whole = phases.filter((phase) => phase !== 'done' && phase !== 'free');
	expect(new Set(phasesOf('half-day'))).toEqual(new Set(whole));
	for (const name of startingScripts) {
		for (const [type, row] of Object.entries(commandAccess)) {
			const turn = phasesOf(name).some((phase) => allowedInPhase(row, phase));
			expect({ name, type, turn }).toEqual({ name, type, turn: true });
		}
	}
});
