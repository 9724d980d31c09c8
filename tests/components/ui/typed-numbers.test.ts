import { flushSync } from 'svelte';
import { afterEach, describe, expect, it } from 'vitest';
import NumberField from '#lib/components/ui/NumberField.svelte';
import QuantityField from '#lib/components/ui/QuantityField.svelte';
import type { Quantity } from '#lib/domain/quantity.ts';
import { mountIn, type Mounted } from './mounted.ts';
import { storedProps } from './stored.svelte.ts';

let mounted: Mounted;
let isShown = false;
const heard: Quantity[] = [];

async function showQuantity(value: Quantity) {
	heard.length = 0;
	const props = storedProps({
		label: 'Hoeveel?',
		value,
		kind: 'amount' as const,
		onquantity(quantity: Quantity) {
			heard.push(quantity);
			props.value = quantity;
		}
	});
	mounted = await mountIn('nl', QuantityField, props);
	isShown = true;
}

async function showNumber(value: number | null) {
	heard.length = 0;
	const props = storedProps({
		label: 'Waarschijnlijk',
		value,
		onnumber(number: number | null) {
			heard.push(number);
			props.value = number;
		}
	});
	mounted = await mountIn('nl', NumberField, props);
	isShown = true;
}

async function close(): Promise<void> {
	if (isShown) await mounted.remove();
	isShown = false;
}

function words(): string {
	return mounted.page.textContent ?? '';
}

afterEach(close);

it('comes back with its thousands apart where that can be read in one way only', async () => {
	await showQuantity(6_200_000);
	const box = () => mounted.page.querySelector<HTMLInputElement>('input')?.value;
	expect([...mounted.page.querySelectorAll('input')].map(({ value }) => value)).toContain(
		'6.200.000'
	);
	await close();
	await showNumber(12_500);
	expect(box()).toBe('12500');
	await close();
	await showNumber(12_500.5);
	expect(box()).toBe('12.500,5');
});

describe.each([
	['a quantity', showQuantity],
	['a number', showNumber]
] as const)('%s that is typed key by key', (_, show) => {
	it('stores nothing of a text with two meanings, and keeps asking about it', async () => {
		await show(7);
		mounted.typeKeys('Waarschijnlijk', '1.234');
		mounted.leave('Waarschijnlijk');
		expect(heard).toEqual([]);
		expect(mounted.field('Waarschijnlijk').value).toBe('1.234');
		expect(words()).toContain('Bedoelt u 1234 of 1,234?');
	});

	it.each(['abc', '12 abc', '12,5,0'])(
		'stores nothing of %s, and keeps it with the reason',
		async (text) => {
			await show(7);
			mounted.typeKeys('Waarschijnlijk', text);
			mounted.leave('Waarschijnlijk');
			expect(heard).toEqual([]);
			expect(mounted.field('Waarschijnlijk').value).toBe(text);
			expect(mounted.page.querySelector('.error')).not.toBeNull();
		}
	);

	it('is stored once, when the box is left', async () => {
		await show(null);
		mounted.typeKeys('Waarschijnlijk', '12k');
		expect(heard).toEqual([]);
		expect(words()).toContain('12.000');
		mounted.leave('Waarschijnlijk');
		expect(heard).toEqual([12_000]);
	});

	it('is stored once on Enter, and not again when the box is left after that', async () => {
		await show(null);
		mounted.typeKeys('Waarschijnlijk', '12k');
		mounted.key('Waarschijnlijk', 'Enter');
		expect(heard).toEqual([12_000]);
		mounted.leave('Waarschijnlijk');
		expect(heard).toEqual([12_000]);
	});

	it('is stored when its editor is closed with the focus in the box', async () => {
		await show(7);
		mounted.typeKeys('Waarschijnlijk', '12k');
		await close();
		expect(heard).toEqual([12_000]);
	});

	it('is stored once when the box is left just before its editor is closed', async () => {
		await show(7);
		mounted.typeKeys('Waarschijnlijk', '12k');
		mounted.leave('Waarschijnlijk');
		await close();
		expect(heard).toEqual([12_000]);
	});

	it('is not stored when its editor is closed on a text that cannot be read', async () => {
		await show(7);
		mounted.typeKeys('Waarschijnlijk', '1.234');
		await close();
		expect(heard).toEqual([]);
	});
});

describe('a range that is typed box by box', () => {
	function typeIn(label: string, text: string): void {
		mounted.typeKeys(label, text);
		expect(mounted.page.querySelector('.error')).toBeNull();
	}

	it('says that it is out of order when the third box is left for another, and stores nothing', async () => {
		await showQuantity(null);
		typeIn('Laagste', '500');
		typeIn('Waarschijnlijk', '100');
		typeIn('Hoogste', '900');
		mounted.field('Laagste').focus();
		flushSync();
		expect(words()).toContain('niet op volgorde');
		expect(heard).toEqual([]);
		expect(mounted.field('Waarschijnlijk').value).toBe('100');
	});

	it('keeps the reason of one box while another is typed in', async () => {
		await showQuantity(7);
		mounted.typeKeys('Laagste', 'abc');
		mounted.typeKeys('Hoogste', '9');
		expect(words()).toContain('Laagste: Hier staat geen getal');
		mounted.leave('Hoogste');
		expect(words()).toContain('Laagste: Hier staat geen getal');
		expect(heard).toEqual([]);
		mounted.type('Laagste', '2');
		mounted.leave('Laagste');
		expect(heard).toEqual([{ low: 2, likely: 7, high: 9 }]);
	});
});
