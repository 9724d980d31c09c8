import { readFileSync } from 'node:fs';

/**
 * Prints the software bill of materials (CycloneDX 1.5) of what runs in production: every package that
 * the lock file does not keep for development alone.
 */
const folder = new URL('../../', import.meta.url);
const { packages } = JSON.parse(readFileSync(new URL('package-lock.json', folder), 'utf8'));
const { name, version, license } = JSON.parse(
	readFileSync(new URL('package.json', folder), 'utf8')
);
const marker = 'node_modules/';

/** @param {string} text a licence as packages write it: `MIT`, or `(MIT OR Apache-2.0)` */
function licencesOf(text) {
	return / (OR|AND|WITH) /.test(text) ? [{ expression: text }] : [{ license: { id: text } }];
}

/** @param {string} integrity `sha512-` and the hash in base64 */
function hashesOf(integrity) {
	const content = Buffer.from(integrity.slice('sha512-'.length), 'base64').toString('hex');
	return integrity.startsWith('sha512-') ? [{ alg: 'SHA-512', content }] : [];
}

/** @param {[place: string, entry: { version: string; license?: string; integrity?: string }]} row */
function componentOf([place, entry]) {
	const full = place.slice(place.lastIndexOf(marker) + marker.length);
	const [group, own] = full.startsWith('@') ? full.split('/') : [undefined, full];
	const purl = `pkg:npm/${full.replace('@', '%40')}@${entry.version}`;
	return {
		...{ type: 'library', 'bom-ref': `${purl}#${place}`, group, name: own },
		...{ version: entry.version, purl },
		licenses: entry.license ? licencesOf(entry.license) : undefined,
		hashes: entry.integrity ? hashesOf(entry.integrity) : undefined
	};
}

const components = Object.entries(packages)
	.filter(([place, { dev, devOptional }]) => place && !dev && !devOptional)
	.map(componentOf);
const product = { type: 'application', 'bom-ref': name, name, version };
const metadata = { component: { ...product, licenses: licencesOf(license) } };
const bill = { bomFormat: 'CycloneDX', specVersion: '1.5', version: 1, metadata, components };
console.log(JSON.stringify(bill, null, '\t'));
