import { flushSync } from 'svelte';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import JoinByCode from '#lib/components/start/JoinByCode.svelte';
import { mountIn, type Mounted } from '../ui/mounted.ts';

const label = 'Code van de werksessie';
let mounted: Mounted;
const heard: string[] = [];

function submit(): void {
	mounted.page.querySelector('form')?.requestSubmit();
	flushSync();
}

beforeEach(async () => {
	heard.length = 0;
	mounted = await mountIn('nl', JoinByCode, { onjoin: (code: string) => heard.push(code) });
});

afterEach(() => mounted.remove());

describe('joining with a code', () => {
	it('takes the code as people say it: in two groups and in small letters', () => {
		mounted.type(label, 'e24u k95t');
		submit();
		expect(heard).toEqual(['E24UK95T']);
	});

	it('says what a code looks like when one is not complete, and keeps what was typed', () => {
		mounted.type(label, 'E24U');
		submit();
		expect(heard).toEqual([]);
		expect(mounted.page.textContent).toContain('Een code heeft 8 letters en cijfers.');
		expect(mounted.field(label).value).toBe('E24U');
	});

	it('stops complaining as soon as somebody types on', () => {
		submit();
		mounted.type(label, 'E');
		expect(mounted.page.textContent).not.toContain('Een code heeft 8');
	});
});
