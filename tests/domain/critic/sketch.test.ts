import { expect, test } from 'vitest';
import { drawWorkshop } from '#lib/domain/critic/sketch.ts';
import { textsOf } from '#lib/domain/critic/texts.ts';

test('a sketch becomes a whole workshop with ids and defaults', () => {
	const { measures, effects, scenarios } = drawWorkshop({
		measures: [{}, { startMonth: 6 }],
		effects: [{}],
		scenarios: [{}]
	});
	expect(measures.map(({ id, startMonth }) => [id, startMonth])).toEqual([
		['measure', 0],
		['measure-2', 6]
	]);
	expect(effects[0]).toMatchObject({ id: 'effect', measureIds: ['measure'], probability: 1 });
	expect(scenarios[0]?.choices.map(({ measureId }) => measureId)).toEqual(['measure', 'measure-2']);
});

test('a sketch that cannot be a workshop is refused with the place', () => {
	expect(() => drawWorkshop({ effects: [{ measureIds: ['gone'] }] })).toThrow(
		'effects.0.measureIds.0: There is no "gone" in measures.'
	);
});

test('a rule has its texts in two languages and its source', () => {
	const { title, question, source, remedy } = textsOf('E01');
	expect(title).toEqual({ nl: 'Effect zonder onderbouwing', en: 'Effect without evidence' });
	expect(question.nl).toMatch(/\?$/);
	expect(source).not.toBe('');
	expect(remedy?.en).toBe('Choose evidence level 1 or higher.');
});

test('a rule that the critic data do not know has no texts', () => {
	expect(() => textsOf('X99')).toThrow('no rule X99');
});
