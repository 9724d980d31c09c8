import { flushSync } from 'svelte';
import { afterEach, describe, expect, it } from 'vitest';
import QuantityField from '#lib/components/ui/QuantityField.svelte';
import type { QuantityKind } from '#lib/components/ui/quantity-entry.ts';
import type { Quantity } from '#lib/domain/quantity.ts';
import { mountIn, type Mounted } from './mounted.ts';
import { storedProps } from './stored.svelte.ts';

let mounted: Mounted;
const heard: Quantity[] = [];

async function show(value: Quantity, kind: QuantityKind = 'amount', unit?: 'euros') {
	heard.length = 0;
	const props = storedProps({
		label: 'Hoeveel?',
		value,
		kind,
		unit,
		onquantity(quantity: Quantity) {
			heard.push(quantity);
			props.value = quantity;
		}
	});
	mounted = await mountIn('nl', QuantityField, props);
	return props;
}

function boxes(): string[] {
	return ['Laagste', 'Waarschijnlijk', 'Hoogste'].map((label) => mounted.field(label).value);
}

function complaint(): string {
	return mounted.page.querySelector('.error')?.textContent?.trim() ?? '';
}

afterEach(() => mounted.remove());

describe('a quantity field', () => {
	it('shows a point, a range, a range without best guess and nothing in the same three boxes', async () => {
		const props = await show(12);
		expect(boxes()).toEqual(['', '12', '']);
		props.value = { low: 2, likely: 6, high: 9, confidence: 0.8 };
		flushSync();
		expect(boxes()).toEqual(['2', '6', '9']);
		props.value = { low: 9000, high: 22_000 };
		flushSync();
		expect(boxes()).toEqual(['9000', '', '22000']);
		props.value = null;
		flushSync();
		expect(boxes()).toEqual(['', '', '']);
	});

	it('says that it may stay empty', async () => {
		await show(null);
		expect(mounted.page.textContent).toContain('Leeg laten mag.');
	});

	it('makes one number of the middle box alone', async () => {
		await show(null);
		mounted.type('Waarschijnlijk', '12');
		mounted.leave('Waarschijnlijk');
		expect(heard).toEqual([12]);
		expect(mounted.page.textContent).toContain('Eén getal, zonder bandbreedte.');
	});

	it('makes a range of three boxes, and stores nothing on the way there', async () => {
		await show(6);
		mounted.type('Laagste', '2');
		mounted.leave('Laagste');
		expect(heard).toEqual([]);
		mounted.type('Hoogste', '9');
		mounted.leave('Hoogste');
		expect(heard).toEqual([{ low: 2, likely: 6, high: 9 }]);
	});

	it('keeps how sure somebody is with the range', async () => {
		await show({ low: 2, likely: 6, high: 9 });
		expect(mounted.page.textContent).toContain('Niet gekozen');
		mounted.field('80%').click();
		flushSync();
		expect(heard).toEqual([{ low: 2, likely: 6, high: 9, confidence: 0.8 }]);
		mounted.type('Hoogste', '10');
		mounted.leave('Hoogste');
		expect(heard.at(-1)).toEqual({ low: 2, likely: 6, high: 10, confidence: 0.8 });
	});

	it('shows a certainty that is none of the usual ones', async () => {
		await show({ low: 2, likely: 6, high: 9, confidence: 0.75 });
		expect(mounted.field('75%').checked).toBe(true);
	});

	it('makes a lognormal of lowest and highest, for amounts above 0', async () => {
		await show(null, 'amount', 'euros');
		mounted.type('Laagste', '9k');
		mounted.type('Hoogste', '22k');
		mounted.leave('Hoogste');
		expect(heard).toEqual([{ low: 9000, high: 22_000 }]);
		expect(mounted.page.textContent).toContain('Zonder beste gok');
	});

	it('asks for a best guess where a range without one has no meaning', async () => {
		await show(null, 'share');
		mounted.type('Laagste', '10%');
		mounted.type('Hoogste', '30%');
		mounted.leave('Hoogste');
		expect(heard).toEqual([]);
		expect(complaint()).toContain('Waarschijnlijk is nog leeg');
	});

	it('says in words that the numbers are not in order, and keeps them', async () => {
		await show({ low: 2, likely: 6, high: 9 });
		mounted.type('Hoogste', '4');
		expect(complaint()).toBe('');
		mounted.leave('Hoogste');
		expect(complaint()).toContain('niet op volgorde');
		expect(boxes()).toEqual(['2', '6', '4']);
		expect(heard).toEqual([]);
	});

	it('says which box is still missing', async () => {
		await show(6);
		mounted.type('Laagste', '2');
		mounted.leave('Laagste');
		expect(complaint()).toContain('Hoogste is nog leeg');
	});

	it.each([
		['amount', '-3', 'niet onder 0'],
		['share', '120', 'meer dan 100%']
	] as const)('refuses an %s of %s', async (kind, text, words) => {
		await show(null, kind);
		mounted.type('Waarschijnlijk', text);
		mounted.leave('Waarschijnlijk');
		expect(complaint()).toContain(words);
		expect(heard).toEqual([]);
	});

	it('lets the input of a formula be negative', async () => {
		await show(null, 'input');
		mounted.type('Waarschijnlijk', '-3');
		mounted.leave('Waarschijnlijk');
		expect(heard).toEqual([-3]);
	});

	it('wants a best guess as well when lowest is not above 0', async () => {
		await show(null, 'amount');
		mounted.type('Laagste', '0');
		mounted.type('Hoogste', '5');
		mounted.leave('Hoogste');
		expect(complaint()).toContain('Vul ook waarschijnlijk in');
	});

	it('asks about a number with two meanings and stores the one that is pressed', async () => {
		await show(null);
		mounted.type('Waarschijnlijk', '1.234');
		expect(heard).toEqual([]);
		mounted.press('1234');
		expect(heard).toEqual([1234]);
	});

	it('keeps a text that is no number, and what is stored as well', async () => {
		await show(12);
		mounted.type('Waarschijnlijk', 'veel');
		mounted.leave('Waarschijnlijk');
		expect(boxes()).toEqual(['', 'veel', '']);
		expect(complaint()).toContain('Hier staat geen getal');
		expect(heard).toEqual([]);
	});

	it('stores that it was emptied', async () => {
		await show(12);
		mounted.type('Waarschijnlijk', '');
		mounted.leave('Waarschijnlijk');
		expect(heard).toEqual([null]);
	});

	it('draws a range with a sentence, and nothing for one number', async () => {
		const props = await show({ low: 2, likely: 6, high: 9 });
		expect(mounted.page.querySelector('svg')?.getAttribute('aria-label')).toBe(
			'Bandbreedte van 2 tot 9, waarschijnlijk 6.'
		);
		props.value = 6;
		flushSync();
		expect(mounted.page.querySelector('svg')).toBeNull();
	});

	it('shows what a colleague stored, as long as nobody types here', async () => {
		const props = await show(5);
		props.value = { low: 1, likely: 2, high: 3 };
		flushSync();
		expect(boxes()).toEqual(['1', '2', '3']);
	});
});
