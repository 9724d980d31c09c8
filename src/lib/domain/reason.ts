import type * as v from 'valibot';
import { expectations, type Expectation } from './reason/expectations.ts';
import { sentences, type ReasonCode } from './reason/sentences.ts';

export { expectations, type Expectation } from './reason/expectations.ts';
export { sentences, type ReasonCode } from './reason/sentences.ts';

/** What is filled in at the named places of a sentence. */
export type ReasonValues = Readonly<Record<string, string | number>>;

/** Why something is refused, so that every language can say it: `sentence` says it in English. */
export type Reason = { readonly code: ReasonCode; readonly values: ReasonValues };

/** How a wrong value is named when it has no text of its own; the words of `found`. */
export const foundKinds = { nothing: 'nothing', list: 'a list', object: 'an object' } as const;

/** Makes a reason; most have nothing to fill in. */
export function reason(code: ReasonCode, values: ReasonValues = {}): Reason {
	return { code, values };
}

/**
 * Says a reason in English, for the command line and logs.
 * @example sentence(reason('wrong-value', { found: 'list', expected: 'id' }))
 */
export function sentence({ code, values }: Reason): string {
	if (code !== 'wrong-value') return fill(sentences[code], values);
	const { found = '', expected = '' } = values;
	return fill(sentences[code], {
		found: foundKinds[found as keyof typeof foundKinds] ?? found,
		expected: fill(expectations[expected as Expectation] ?? '', values)
	});
}

function fill(text: string, values: ReasonValues): string {
	return text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}

/** A schema keeps only a sentence of what is wrong; the reason behind it is remembered beside the issue. */
const reasons = new WeakMap<object, Reason>();

type Wrong = { readonly input: unknown };

/** Makes the message of a schema out of a reason. */
export function because<Issue extends Wrong>(reasonFor: (issue: Issue) => Reason) {
	return (issue: Issue): string => {
		const found = reasonFor(issue);
		reasons.set(issue, found);
		return sentence(found);
	};
}

/** Makes the message of a schema for a wrong value: what was found, what belongs there. */
export function expected(what: Expectation, values: ReasonValues = {}) {
	return because((issue: Wrong) =>
		reason('wrong-value', { ...values, found: named(issue.input), expected: what })
	);
}

/** Gives the reason behind an issue of a schema. */
export function reasonOf(issue: v.BaseIssue<unknown>): Reason {
	return reasons.get(issue) ?? reason('other', { message: issue.message });
}

/** Describes a wrong value in a few words, however large it is. */
function named(value: unknown): string {
	if (value === undefined) return 'nothing';
	if (Array.isArray(value)) return 'list';
	if (typeof value === 'object' && value !== null) return 'object';
	const text = typeof value === 'string' ? JSON.stringify(value.slice(0, 41)) : String(value);
	return text.length > 42 ? `${text.slice(0, 40)}…"` : text;
}
