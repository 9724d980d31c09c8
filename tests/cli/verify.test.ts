import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { canonicalJson } from '#lib/domain/forecast/canonical-json.ts';
import { run } from '../../src/cli/run.ts';
import { keepingTerminal } from './terminal.ts';

const content = { format: 'tegenwicht/forecast', number: 1, previous: null, note: 'veiliger, 6,5' };
const sha256 = createHash('sha256').update(canonicalJson(content)).digest('hex');

async function verify(value: unknown) {
	const { terminal, written } = keepingTerminal(JSON.stringify(value));
	return { code: await run(['verify', '-'], terminal), ...written };
}

test('a forecast as it was sealed is fine', async () => {
	const { code, output, said } = await verify({ sha256, content });
	expect(code).toBe(0);
	expect(JSON.parse(output).forecasts).toEqual([
		{ number: 1, sha256, computed: sha256, previous: null }
	]);
	expect(said).toBe('Standard input is as it was sealed. Forecasts: 1, problems: 0.\n');
});

test('a forecast with one letter changed is refused and names the hash that it gives now', async () => {
	const changed = { sha256, content: { ...content, note: 'veiliger, 6,6' } };
	const { code, output } = await verify(changed);
	expect(code).toBe(1);
	expect(JSON.parse(output).problems).toEqual([
		{ path: 'sha256', message: expect.stringContaining('changed after it was sealed') }
	]);
});
