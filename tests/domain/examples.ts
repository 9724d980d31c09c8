import { readFileSync } from 'node:fs';

/** The four example workshops that were made for this product. */
export const exampleNames = [
	'demo-molenwijk.nl',
	'demo-riverside.en',
	'minimal.en',
	'sound-example.nl'
] as const;

export type ExampleName = (typeof exampleNames)[number];

/** Reads the text of an example workshop. */
export function exampleText(name: ExampleName): string {
	return readFileSync(new URL(`../fixtures/workshops/${name}.json`, import.meta.url), 'utf8');
}

/** Any JSON value, with free access to its parts. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests break files in every possible way
export type Json = any;

/** Reads an example as a fresh value that a test may change. */
export function exampleValue(name: ExampleName): Json {
	return JSON.parse(exampleText(name));
}
