import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { languages } from '#lib/domain/vocabulary.ts';
import { locales, type LanguageCode } from '#lib/i18n/languages.ts';
import { loadMessages } from '#lib/i18n/messages.ts';

const messages = Object.fromEntries(
	await Promise.all(
		languages.map(async (language) => [language, { ...(await loadMessages(language)) }])
	)
) as Record<LanguageCode, Record<string, string>>;
const keys = Object.keys(messages.nl);
const source = new URL('../../src', import.meta.url).pathname;

type Part = { type: number; value: string; options?: Record<string, { value: Part[] }> };

/** The names that have to be filled in, with those inside plurals and choices. */
function argumentsOf(parts: readonly Part[]): string[] {
	return parts.flatMap(({ type, value, options }) => [
		...(type === 0 || type === 7 ? [] : [value]),
		...Object.values(options ?? {}).flatMap((option) => argumentsOf(option.value))
	]);
}

function argumentsIn(language: LanguageCode, key: string): string[] {
	const message = new IntlMessageFormat(messages[language][key]!, locales[language], undefined, {
		ignoreTag: true
	});
	return [...new Set(argumentsOf(message.getAst() as Part[]))].sort();
}

function sourceFiles(folder: string): string[] {
	return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
		const path = join(folder, entry.name);
		if (entry.isDirectory()) return sourceFiles(path);
		return /\.(ts|svelte)$/.test(entry.name) ? [path] : [];
	});
}

const code = sourceFiles(source).map((path) => readFileSync(path, 'utf8'));

/** Templates like `role.${name}` as patterns in which every hole is one or more words. */
const templates = code
	.flatMap((text) => text.match(/`[a-z][\w.-]*\$\{[^`]*`/gi) ?? [])
	.map((template) => {
		const fixed = template.slice(1, -1).split(/\$\{[^}]*\}/);
		const escaped = fixed.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
		return new RegExp(`^${escaped.join('[\\w.-]+')}$`);
	});

function isUsed(key: string): boolean {
	const inWords = code.some((text) => text.includes(`'${key}'`) || text.includes(`"${key}"`));
	return inWords || hasStem(key) || templates.some((template) => template.test(key));
}

/** The code names what a group of keys begins with, and adds the rest itself. */
function hasStem(key: string): boolean {
	const stem = key.slice(0, key.lastIndexOf('.'));
	return !keys.includes(stem) && code.some((text) => text.includes(`'${stem}'`));
}

describe('the texts of the screens', () => {
	it('has the same keys in every language', () => {
		for (const language of languages) {
			expect(Object.keys(messages[language]).sort()).toEqual([...keys].sort());
		}
	});

	it('leaves no text empty', () => {
		for (const language of languages) {
			const empty = keys.filter((key) => messages[language][key]?.trim() === '');
			expect(empty).toEqual([]);
		}
	});

	it('fills in the same values in every language', () => {
		for (const key of keys) {
			for (const language of languages) {
				expect([key, ...argumentsIn(language, key)]).toEqual([key, ...argumentsIn('nl', key)]);
			}
		}
	});

	it('keeps its keys in alphabetical order, so that two people rarely write in one place', () => {
		for (const language of languages) {
			expect(Object.keys(messages[language])).toEqual(Object.keys(messages[language]).sort());
		}
	});

	it('has no key that the screens do not use', () => {
		expect(keys.filter((key) => !isUsed(key))).toEqual([]);
	});

	it('writes no message that looks like an example of another language', () => {
		const copied = keys.filter(
			(key) => messages.nl[key] === messages.en[key] && /\s\w+\s\w+\s/.test(messages.nl[key] ?? '')
		);
		expect(copied).toEqual([]);
	});
});
