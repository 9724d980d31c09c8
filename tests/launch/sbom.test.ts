import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

type Component = { group?: string; name: string; version: string; purl: string; hashes?: unknown };
type Package = { version: string; dependencies?: Record<string, string> };

function packageAt(place: string): Package {
	return JSON.parse(readFileSync(`${place}/package.json`, 'utf8'));
}

/** Where the packages that this product needs are installed, however far down they are asked for. */
function installed(): string[] {
	const places = new Set(['.']);
	for (const place of places) {
		for (const name of Object.keys(packageAt(place).dependencies ?? {})) {
			const found = nearest(place, name);
			if (found) places.add(found);
		}
	}
	places.delete('.');
	return [...places];
}

/** Where a package finds another: in its own folder, else in the one around it. */
function nearest(place: string, name: string): string | undefined {
	const steps = place.split('/node_modules/');
	return steps
		.map((_, index) => [...steps.slice(0, steps.length - index), name].join('/node_modules/'))
		.find((one) => existsSync(one));
}

test('the bill of materials names every package that runs in production, in its version', () => {
	const printed = execFileSync(process.execPath, ['src/launch/sbom.js'], { encoding: 'utf8' });
	const { metadata, components } = JSON.parse(printed) as {
		metadata: { component: { name: string } };
		components: Component[];
	};
	expect(metadata.component.name).toBe('tegenwicht');
	const named = new Set(
		components.map(({ group, name, version }) => `${group ? `${group}/` : ''}${name}@${version}`)
	);
	const needed = installed().map(
		(place) => `${place.split('node_modules/').at(-1)}@${packageAt(place).version}`
	);
	expect(needed.length).toBeGreaterThan(40);
	expect(needed.filter((one) => !named.has(one))).toEqual([]);
	expect([...named].filter((one) => /^(vitest|eslint|svelte-check)@/.test(one))).toEqual([]);
	const [ws] = components.filter(({ name }) => name === 'ws');
	expect(ws).toMatchObject({
		purl: expect.stringMatching(/^pkg:npm\/ws@/),
		hashes: [{ alg: 'SHA-512', content: expect.stringMatching(/^[0-9a-f]{128}$/) }]
	});
	expect(new Set(components.map((one) => JSON.stringify(one))).size).toBe(components.length);
});
