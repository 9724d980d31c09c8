import * as v from 'valibot';
import * as Y from 'yjs';
import type { ProblemReason } from '../content.ts';

/** Takes note of a repair: the dotted place within the record, and what was found. */
export type Report = (field: string | null, reason: ProblemReason, message: string) => void;

/** What is known about a field before it is read. */
type Field = {
	readonly name: string;
	readonly schema: v.GenericSchema;
	readonly fallback: unknown;
};

/** Reads plain JSON; what does not fit its schema reads as the fallback and is reported. */
export function readValue(raw: unknown, field: Field, report: Report): unknown {
	if (raw === undefined) return readMissing(field, report);
	if (!isJson(raw)) {
		report(field.name, 'wrong-value', `Found no plain value. ${readsAs(field.fallback)}`);
		return field.fallback;
	}
	const result = v.safeParse(field.schema, raw);
	if (result.success) return result.output;
	report(field.name, 'wrong-value', `${result.issues[0].message} ${readsAs(field.fallback)}`);
	return Array.isArray(raw) ? usableItems(raw, field) : field.fallback;
}

/** Reads a long text; words that were written as a plain text are kept. */
export function readText(raw: unknown, name: string, report: Report): string {
	if (raw instanceof Y.Text && !(raw instanceof Y.XmlText)) return raw.toString();
	if (raw === undefined) return '';
	const words = typeof raw === 'string' ? raw : '';
	report(name, 'wrong-value', `Found no text that can be typed in together. ${readsAs(words)}`);
	return words;
}

function readMissing({ name, schema, fallback }: Field, report: Report): unknown {
	if (!v.safeParse(schema, undefined).success) {
		report(name, 'missing', `This field is not there. ${readsAs(fallback)}`);
	}
	return fallback;
}

/** Keeps what can be used of a list: every item that would be right on its own, once. */
function usableItems(raw: readonly unknown[], { schema, fallback }: Field): unknown {
	const usable = raw.filter((item) => v.safeParse(schema, [item]).success);
	const result = v.safeParse(schema, [...new Set(usable)]);
	return result.success ? result.output : fallback;
}

/** Shared types, bytes and objects with a foreign prototype are no JSON. */
function isJson(raw: unknown): boolean {
	if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return true;
	return Object.getPrototypeOf(raw) === Object.prototype;
}

function readsAs(value: unknown): string {
	const text = JSON.stringify(value) ?? 'nothing';
	return `It reads as ${text.length > 60 ? `${text.slice(0, 59)}…` : text}.`;
}
