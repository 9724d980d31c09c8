import { readFileSync } from 'node:fs';

/** Gzipped JavaScript that a first visit to a route may need: its page, its layouts and everything they import. */
const limits = {
	'/': '110 kB',
	'/join': '80 kB',
	'/workspace': '110 kB',
	'/workspace/record': '110 kB',
	'/library': '120 kB',
	'/library/roles': '90 kB',
	'/library/tour': '110 kB',
	'/w/[id]/arena': '220 kB',
	'/w/[id]/critic': '220 kB',
	'/w/[id]/challenges': '220 kB',
	'/w/[id]/premortem': '220 kB',
	'/w/[id]/experiments': '220 kB',
	'/w/[id]/scenarios': '220 kB',
	'/w/[id]/matrix': '220 kB',
	'/w/[id]/result': '220 kB',
	'/w/[id]/area': '220 kB',
	'/w/[id]/focus': '220 kB',
	'/w/[id]/report': '220 kB',
	'/w/[id]/agreements': '220 kB',
	'/w/[id]/exports': '220 kB',
	'/w/[id]/settings': '220 kB',
	'/w/[id]/versions/[version]': '220 kB',
	'/w/[id]/people/[member]': '220 kB',
	'/w/[id]/forecast': '220 kB',
	'/w/[id]/forecast/compare': '220 kB',
	'/w/[id]/monitor': '220 kB',
	'/w/[id]/phone': '70 kB',
	'/w/[id]/host': '220 kB',
	'/w/[id]/screen': '90 kB',
	'/w/[id]/estimate': '220 kB'
};

const client = '.svelte-kit/output/client';
const generated = '.svelte-kit/generated/client-optimized';
const manifest = JSON.parse(readFileSync(`${client}/.vite/manifest.json`, 'utf8'));
const application = readFileSync(`${generated}/app.js`, 'utf8');

/** @param {string} route */
function nodesOf(route) {
	const line = application.split('\n').find((text) => text.trim().startsWith(`"${route}":`));
	if (!line) throw new Error(`There is no route ${route}: change the list in .size-limit.js`);
	const numbers = line.slice(line.indexOf('[', line.indexOf('":'))).match(/\d+/g) ?? [];
	return ['0', ...numbers].map((number) => `${generated}/nodes/${number}.js`);
}

/**
 * @param {string} key
 * @param {Set<string>} found
 */
function collect(key, found) {
	if (found.has(key)) return found;
	found.add(key);
	for (const imported of manifest[key].imports ?? []) collect(imported, found);
	return found;
}

export default Object.entries(limits).map(([route, limit]) => {
	const found = new Set();
	for (const key of [`${generated}/app.js`, ...nodesOf(route)]) collect(key, found);
	collect('node_modules/@sveltejs/kit/src/runtime/client/entry.js', found);
	const files = [...found].map((key) => `${client}/${manifest[key].file}`);
	return { name: route, path: files.filter((file) => file.endsWith('.js')), limit, gzip: true };
});
