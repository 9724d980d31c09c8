/**
 * What kind of JSON a field may hold, as plain data.
 * A list of types means: one of these. Only the kind of value is told here; ranges belong to domain/.
 */
export type ValueType =
	| 'string'
	| 'number'
	| 'boolean'
	| 'null'
	| readonly ValueType[]
	| { readonly list: ValueType }
	/** Named parts, of which any may be absent; other names are wrong. */
	| { readonly object: Readonly<Record<string, ValueType>> }
	/** Free names with values of one type. */
	| { readonly dictionary: ValueType };

/** A number that people estimate, in any of its four forms. */
export const quantityType: ValueType = [
	'number',
	'null',
	{ object: { low: 'number', likely: 'number', high: 'number', confidence: 'number' } }
];

/** Tells whether a value has the kind that a field asks for; works as deep as the type, never deeper. */
export function fitsValueType(type: ValueType, value: unknown): boolean {
	if (type === 'null') return value === null;
	if (type === 'number') return typeof value === 'number' && Number.isFinite(value);
	if (typeof type === 'string') return typeof value === type;
	if ('list' in type)
		return Array.isArray(value) && value.every((item) => fitsValueType(type.list, item));
	if ('object' in type) return isPlain(value) && fitsParts(type.object, value);
	if ('dictionary' in type)
		return isPlain(value) && Object.values(value).every((v) => fitsValueType(type.dictionary, v));
	return type.some((one) => fitsValueType(one, value));
}

function fitsParts(parts: Readonly<Record<string, ValueType>>, value: object): boolean {
	return Object.entries(value).every(([name, part]) => {
		const type = Object.hasOwn(parts, name) ? parts[name] : undefined;
		return type !== undefined && (part === undefined || fitsValueType(type, part));
	});
}

/** Tells whether a value is an object that JSON could have made: no list, no Yjs type, no bytes. */
function isPlain(value: unknown): value is object {
	if (typeof value !== 'object' || value === null) return false;
	const prototype: unknown = Object.getPrototypeOf(value);
	return prototype === Object.prototype || prototype === null;
}
