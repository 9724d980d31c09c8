import { flushSync } from 'svelte';
import { afterEach, describe, expect, it } from 'vitest';
import CriticMark from '#lib/components/ui/CriticMark.svelte';
import EvidencePicker from '#lib/components/ui/EvidencePicker.svelte';
import { mountIn, type Mounted } from './mounted.ts';
import { storedProps } from './stored.svelte.ts';

let mounted: Mounted;

afterEach(() => mounted.remove());

describe('the mark of the critic', () => {
	it('says its count in words for who cannot see it', async () => {
		const props = { count: 3, severe: true, label: '3 bevindingen van de criticus' };
		mounted = await mountIn('nl', CriticMark, props);
		expect(mounted.page.querySelector('.visually-hidden')?.textContent).toBe(props.label);
		expect(mounted.page.querySelector('svg')?.classList.contains('severe')).toBe(true);
	});

	it('is not there when there is nothing to ask, and no tick stands in its place', async () => {
		mounted = await mountIn('nl', CriticMark, { count: 0, severe: false, label: 'geen' });
		expect(mounted.page.textContent?.trim()).toBe('');
		expect(mounted.page.querySelector('svg')).toBeNull();
	});
});

describe('the choice of evidence', () => {
	it('says what nothing chosen means, until somebody chooses', async () => {
		const levels = [
			{ level: 0, label: 'Idee van de groep' },
			{ level: 1, label: 'Ervaring' }
		];
		const props = storedProps({
			label: 'Onderbouwing',
			levels,
			value: null as number | null,
			emptyHint: 'Niets gekozen telt als 0.',
			onchoose: (level: number) => (props.value = level)
		});
		mounted = await mountIn('nl', EvidencePicker, props);
		expect(mounted.page.textContent).toContain('Niets gekozen telt als 0.');
		mounted.page.querySelectorAll('input')[0]?.click();
		flushSync();
		expect(props.value).toBe(0);
		expect(mounted.page.textContent).not.toContain('Niets gekozen');
	});
});
