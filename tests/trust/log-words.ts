import { globSync, readFileSync } from 'node:fs';

/** What must never be in a log. */
export type Forbidden = {
	/** Names and texts that the tests use, exactly as they stand. */
	readonly words: readonly string[];
	/** What a secret or an address looks like. */
	readonly patterns: readonly (readonly [string, RegExp])[];
};

const patterns: Forbidden['patterns'] = [
	['a token', /(?<![\w/+-])(?=[\w-]*[a-z])(?=[\w-]*[A-Z])(?=[\w-]*\d)[\w-]{22}(?![\w/+=-])/],
	['a cookie', /tegenwicht=/],
	['the end of a link', /\/join#/],
	['a query string', /\/[\w/-]*\?[a-z]+=/i],
	['a whole address', /\b10\.0\.\d+\.\d+\b/]
];

/** Shorter or without a space, it may be a word of the program itself. */
const shortestText = 14;

/** Collects every name of a person and every text of a card that the tests use. */
export function forbidden(): Forbidden {
	const words = new Set<string>();
	for (const file of globSync('tests/fixtures/workshops/*.{nl,en}.json')) {
		collectTexts(JSON.parse(readFileSync(file, 'utf8')), words);
	}
	for (const file of globSync('tests/{server,e2e,trust,launch}/**/*.ts')) {
		const source = readFileSync(file, 'utf8');
		for (const [, name] of source.matchAll(/\bname: '([A-Z][a-z]{3,})'/g))
			if (name) words.add(name);
		for (const [, text] of source.matchAll(/\b(?:text|title|reason|question): '([^']{14,})'/g)) {
			if (text?.includes(' ')) words.add(text);
		}
	}
	return { words: [...words], patterns };
}

function collectTexts(value: unknown, into: Set<string>): void {
	if (typeof value === 'string') {
		if (value.length >= shortestText && value.includes(' ')) into.add(value);
	} else if (value && typeof value === 'object') {
		for (const inner of Object.values(value)) collectTexts(inner, into);
	}
}

/** Every line that has something in it that must not be there, and what that is. */
export function foundIn(text: string, { words, patterns }: Forbidden): string[] {
	return text.split('\n').flatMap((line) => {
		const word = words.find((one) => line.includes(one));
		if (word !== undefined) return [`"${word}" in: ${line}`];
		const pattern = patterns.find(([, expression]) => expression.test(line));
		return pattern ? [`${pattern[0]} in: ${line}`] : [];
	});
}
