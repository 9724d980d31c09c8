import { describe, expect, test } from 'vitest';
import { isKey, keyOf, nameOf } from '#lib/document/key.ts';
import { recordSchemas, schemasOfItems, settingsSchemas } from '#lib/document/schema.ts';
import { recordFields, recordKinds, settingsFields } from '#lib/document/shape.ts';

describe('the shape table', () => {
	test('has exactly the fields of every record, and of the settings', () => {
		expect(Object.keys(settingsFields).sort()).toEqual(Object.keys(settingsSchemas).sort());
		for (const kind of recordKinds) {
			const domain = Object.keys(recordSchemas[kind]).filter((name) => name !== 'status');
			expect(Object.keys(recordFields[kind]).sort(), kind).toEqual(domain.sort());
		}
	});

	test('has exactly the fields of every item', () => {
		const lists = recordKinds.flatMap((kind) =>
			Object.entries(recordFields[kind]).flatMap(([name, shape]) =>
				shape.as === 'items' ? [[name, shape.fields] as const] : []
			)
		);
		expect(lists.map(([name]) => name).sort()).toEqual(
			['choices', 'contributions', 'inputs', 'observations', 'recipients', 'reviews'].sort()
		);
		for (const [name, fields] of lists) {
			expect(Object.keys(fields).sort(), name).toEqual(Object.keys(schemasOfItems(name)).sort());
		}
	});

	test('keeps long texts, and only those, as shared texts', () => {
		const texts = recordKinds.flatMap((kind) =>
			Object.entries(recordFields[kind]).flatMap(([name, { as }]) =>
				as === 'text' ? [`${kind} ${name}`] : []
			)
		);
		expect(texts).toEqual(['measure description', 'effect because']);
		expect(settingsFields['question']).toEqual({ as: 'text' });
	});
});

test('a name that JavaScript objects have gets another key, and comes back', () => {
	for (const name of [
		'__proto__',
		'constructor',
		'prototype',
		'tenants',
		'2027-Q1',
		'-constructor'
	]) {
		expect(isKey(keyOf(name))).toBe(true);
	}
	for (const name of ['__proto__', 'constructor', 'prototype', 'tenants']) {
		expect(nameOf(keyOf(name))).toBe(name);
	}
	for (const key of ['', 'a b', 'é', '__proto__', 'constructor', 'x'.repeat(65), 7, undefined]) {
		expect(isKey(key)).toBe(false);
	}
});
