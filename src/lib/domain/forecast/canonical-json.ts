/**
 * JSON Canonicalization Scheme: writes a JSON value as the one text that everybody who writes it this
 * way gets, so that a hash over it can be recomputed by anyone. Keys are sorted by their UTF-16 code
 * units, there is no white space, and numbers and texts are written as ECMAScript does.
 *
 * Source: RFC 8785 (A. Rundgren, B. Jordan, S. Erdtman, 2020).
 * Example: { "b": 1.0, "a": [true] } gives {"a":[true],"b":1}.
 *
 * @throws {TypeError} for what JSON can't hold: numbers that are not finite, half of a surrogate
 *   pair, functions, symbols, bigints; and undefined inside a list
 */
export function canonicalJson(value: unknown): string {
	if (value === null || typeof value === 'boolean') return String(value);
	if (typeof value === 'number') return numberText(value);
	if (typeof value === 'string') return wellFormedText(value);
	if (Array.isArray(value)) return `[${Array.from(value, canonicalJson).join(',')}]`;
	if (typeof value === 'object') return objectText(value as Record<string, unknown>);
	throw new TypeError(`A ${typeof value} has no place in JSON.`);
}

function numberText(value: number): string {
	if (!Number.isFinite(value)) throw new TypeError(`${value} has no place in JSON.`);
	return JSON.stringify(value);
}

function wellFormedText(text: string): string {
	if (!text.isWellFormed()) throw new TypeError('A text holds half of a surrogate pair.');
	return JSON.stringify(text);
}

/** A key without a value is no key, as in JSON.stringify. */
function objectText(value: Record<string, unknown>): string {
	const keys = Object.keys(value).filter((key) => value[key] !== undefined);
	// The default order of sort() is by UTF-16 code units, which is what the standard asks for.
	const members = keys.sort().map((key) => `${wellFormedText(key)}:${canonicalJson(value[key])}`);
	return `{${members.join(',')}}`;
}
