import { describe, expect, test } from 'vitest';
import { changeText, fieldName } from '#lib/components/versions/field-text.ts';
import { recordFields, settingsFields, type FieldShape } from '#lib/document/shape.ts';
import { parseWorkshopValue } from '#lib/domain/workshop-file.ts';
import { createTranslate } from '#lib/i18n/translate.ts';
import en from '#lib/i18n/locales/en.json' with { type: 'json' };
import nl from '#lib/i18n/locales/nl.json' with { type: 'json' };
import molenwijk from '../../fixtures/workshops/demo-molenwijk.nl.json' with { type: 'json' };

const tongues = {
	nl: { t: createTranslate('nl', nl), current: 'nl' as const },
	en: { t: createTranslate('en', en), current: 'en' as const }
};

/** Every name of a field that a change can be in. */
function namesIn(fields: Readonly<Record<string, FieldShape>>): string[] {
	return Object.entries(fields).flatMap(([name, shape]) => {
		if (shape.as === 'items') return [name, ...namesIn(shape.fields)];
		const hasParts =
			shape.as === 'value' && typeof shape.type === 'object' && 'object' in shape.type;
		const parts = hasParts ? Object.keys((shape.type as { object: object }).object) : [];
		return name === 'people' ? [name] : [name, ...parts];
	});
}

describe.each(['nl', 'en'] as const)('in %s', (language) => {
	test('every field of every record has a name', () => {
		const all = [settingsFields, ...Object.values(recordFields)].flatMap(namesIn);
		const nameless = all.filter(
			(name) => !['id', 'measureId'].includes(name) && !fieldName(name, tongues[language])
		);
		expect(nameless).toEqual([]);
	});
});

const { file } = parseWorkshopValue(molenwijk);
const boards = file ? [file] : [];
const about = { record: file?.measures[0], boards, tongue: tongues.nl };

test('says which field was what, and what it is: words in words, money as money, a party by its name', () => {
	const [party] = file?.parties ?? [];
	const change = (field: string, before: unknown, after: unknown) =>
		changeText({ field, before, after }, about);
	expect(change('type', 'care-support', 'caretaker')).toBe(
		'Soort maatregel: van Zorg en begeleiding naar Wijkbeheer'
	);
	expect(change('leadPartyId', null, party?.id)).toBe(`Wie trekt: van leeg naar ${party?.name}`);
	expect(change('contributions.x.amount', 100, { low: 1, likely: 2, high: 3 })).toMatch(
		/^Inleg \(x\), Aantal of bedrag: van €.100 naar €.2 \(1–3\)$/
	);
	expect(change('flags', ['temporary'], [])).toBe(
		'Wat ervoor geldt: van Het is tijdelijk naar leeg'
	);
	expect(change(`recipients.${party?.id}`, undefined, {})).toBe(
		`Ontvanger (${party?.name}): kwam erbij`
	);
});
