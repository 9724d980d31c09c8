import { flushSync } from 'svelte';
import { afterEach, describe, expect, it } from 'vitest';
import NumberField from '#lib/components/ui/NumberField.svelte';
import type { NumberUnit } from '#lib/components/ui/number-unit.ts';
import { mountIn, type Mounted } from './mounted.ts';
import { storedProps } from './stored.svelte.ts';

type Rules = { unit?: NumberUnit; min?: number; max?: number; whole?: boolean; empty?: string };

let mounted: Mounted;
const heard: (number | null)[] = [];

async function show(value: number | null, rules: Rules = {}, language: 'nl' | 'en' = 'nl') {
	heard.length = 0;
	const props = storedProps({
		label: 'Bedrag',
		value,
		...rules,
		onnumber(number: number | null) {
			heard.push(number);
			props.value = number;
		}
	});
	mounted = await mountIn(language, NumberField, props);
	return props;
}

afterEach(() => mounted.remove());

describe('a number field', () => {
	it('shows the stored number as somebody would type it', async () => {
		await show(12_500.5, { unit: 'euros' });
		expect(mounted.field('Bedrag').value).toBe('12.500,5');
	});

	it('is a text field with a keyboard for decimals, never a number field', async () => {
		await show(1);
		expect(mounted.field('Bedrag').type).toBe('text');
		expect(mounted.field('Bedrag').inputMode).toBe('decimal');
	});

	it('says what it understood and stores nothing yet, while the text stays as typed', async () => {
		await show(null, { unit: 'euros' });
		mounted.type('Bedrag', '9k');
		expect(heard).toEqual([]);
		expect(mounted.field('Bedrag').value).toBe('9k');
		expect(mounted.page.textContent).toContain('wij lezen:');
		expect(mounted.page.textContent).toContain('€\u00a09.000');
	});

	it('shows the stored number once somebody has left the field', async () => {
		await show(null, { unit: 'euros' });
		mounted.type('Bedrag', '2,5 ton');
		mounted.leave('Bedrag');
		expect(mounted.field('Bedrag').value).toBe('250000');
	});

	it('asks which of two numbers is meant, stores none, and takes the one that is pressed', async () => {
		await show(7);
		mounted.type('Bedrag', '1.234');
		expect(heard).toEqual([]);
		expect(mounted.page.textContent).toContain('Bedoelt u 1234 of 1,234?');
		mounted.press('1,234');
		expect(heard).toEqual([1.234]);
		expect(mounted.field('Bedrag').value).toBe('1,234');
		expect(mounted.page.textContent).not.toContain('Bedoelt u');
	});

	it('complains about what is no number only after the field is left, and keeps the text', async () => {
		await show(7);
		mounted.type('Bedrag', 'veel');
		expect(mounted.page.querySelector('.error')).toBeNull();
		mounted.leave('Bedrag');
		expect(mounted.page.querySelector('.error')?.textContent).toContain('Hier staat geen getal');
		expect(mounted.field('Bedrag').value).toBe('veel');
		expect(mounted.field('Bedrag').getAttribute('aria-invalid')).toBe('true');
		expect(heard).toEqual([]);
	});

	it('ties the complaint to the field for a screen reader', async () => {
		await show(7);
		mounted.type('Bedrag', 'veel');
		mounted.leave('Bedrag');
		const ties = mounted.field('Bedrag').getAttribute('aria-describedby')?.split(' ') ?? [];
		const words = ties.map((id) => mounted.page.querySelector(`#${id}`)?.textContent ?? '');
		expect(words.join(' ')).toContain('Hier staat geen getal');
	});

	it('refuses what is too low, too high or not whole, with what to type instead', async () => {
		await show(5, { min: 1, max: 50, whole: true });
		mounted.type('Bedrag', '0');
		mounted.leave('Bedrag');
		expect(mounted.page.textContent).toContain('Typ 1 of meer.');
		mounted.type('Bedrag', '51');
		mounted.leave('Bedrag');
		expect(mounted.page.textContent).toContain('Typ 50 of minder.');
		mounted.type('Bedrag', '2,5');
		mounted.leave('Bedrag');
		expect(mounted.page.textContent).toContain('Typ een heel getal');
		expect(heard).toEqual([]);
	});

	it('stores that it was emptied, and says that this is allowed', async () => {
		await show(5, { empty: 'leeg laten mag' });
		mounted.type('Bedrag', '');
		mounted.leave('Bedrag');
		expect(heard).toEqual([null]);
		expect(mounted.page.textContent).toContain('leeg laten mag');
	});

	it('shows what somebody else stored, as long as nobody types here', async () => {
		const props = await show(5);
		props.value = 6;
		flushSync();
		expect(mounted.field('Bedrag').value).toBe('6');
	});

	it('keeps what is being typed when somebody else stores another number meanwhile', async () => {
		const props = await show(5);
		mounted.type('Bedrag', '12');
		props.value = 6;
		flushSync();
		expect(mounted.field('Bedrag').value).toBe('12');
		mounted.leave('Bedrag');
		expect(heard).toEqual([12]);
	});

	it('reads a share as a percentage', async () => {
		await show(0.0225, { unit: 'share', min: 0, max: 1 });
		expect(mounted.field('Bedrag').value).toBe('2,25%');
		mounted.type('Bedrag', '80');
		mounted.leave('Bedrag');
		expect(heard).toEqual([0.8]);
		expect(mounted.page.textContent).not.toContain('wij lezen');
	});

	it('does not repeat a year with a point in it', async () => {
		await show(2027, { unit: 'year' });
		expect(mounted.page.textContent).not.toContain('wij lezen');
	});

	it('reads English numbers for who chose English', async () => {
		await show(null, { unit: 'euros' }, 'en');
		mounted.type('Bedrag', '1.2m');
		expect(mounted.page.textContent).toContain('we read:');
		mounted.leave('Bedrag');
		expect(heard).toEqual([1_200_000]);
	});
});
