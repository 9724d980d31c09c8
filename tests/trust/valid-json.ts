import type { Draw } from '../server/rooms/support/seeded.ts';

/** A workshop file as plain JSON: lists of records beside the workshop itself. */
export type PlainFile = Readonly<Record<string, unknown>>;
type PlainRecord = Readonly<Record<string, unknown>> & { readonly id: string };

const lists = ['parties', 'indicators', 'causes', 'measures', 'effects', 'scenarios'] as const;
const texts = [
	'title',
	'name',
	'description',
	'because',
	'text',
	'question',
	'owner',
	'unitValueSource'
];
const additions = [' ', ' – é̀', ' <b>x</b>', ' 🏠', ' = 1 + 1', ' עברית', ' __proto__', ' "'];
/** Keys behind which ids of other records stand, beside those that end in `Id` and `Ids`. */
const references = ['id', 'dependsOn', 'endorsedBy'];

/**
 * A file that differs from a valid one in several places and is valid still: other texts, numbers within
 * what they may be, records that are gone, doubled, in another order, or go by another id everywhere.
 */
export function stillValid(file: PlainFile, draw: Draw): PlainFile {
	const changes = [rewritten, renamed, withoutOne, withOneMore, turned];
	let changed = file;
	for (let times = 1 + draw.below(5); times > 0; times -= 1) {
		changed = draw.pick(changes)(changed, draw);
	}
	return changed;
}

const recordsOf = (file: PlainFile, list: string) => file[list] as readonly PlainRecord[];

/** Goes through every value with the key behind which it stands; items of a list have the list's key. */
function everyValue(
	value: unknown,
	change: (key: string, value: unknown) => unknown,
	key = ''
): unknown {
	if (Array.isArray(value)) return value.map((item) => everyValue(item, change, key));
	if (typeof value !== 'object' || value === null) return change(key, value);
	return Object.fromEntries(
		Object.entries(value).map(([name, inner]) => [name, everyValue(inner, change, name)])
	);
}

/** Texts become longer; amounts and shares smaller, all of a range by the same part. */
function rewritten(file: PlainFile, draw: Draw): PlainFile {
	const part = 0.5 + draw.below(50) / 100;
	const spot = draw.below(7);
	const numbers = ['low', 'likely', 'high', 'share', 'value'];
	return everyValue(file, (key, value) => {
		if (typeof value === 'string' && texts.includes(key) && draw.below(7) === spot) {
			return value + draw.pick(additions);
		}
		return typeof value === 'number' && numbers.includes(key) ? value * part : value;
	}) as PlainFile;
}

/** One record, or one inside it, goes by another id, also wherever it is meant. */
function renamed(file: PlainFile, draw: Draw): PlainFile {
	const records = recordsOf(file, draw.pick(lists));
	if (records.length === 0) return file;
	const { id } = draw.pick(records);
	const fresh = `renamed-${draw.below(1e6)}`;
	return everyValue(file, (key, value) => {
		const isReference = references.includes(key) || /Ids?$/.test(key);
		return isReference && value === id ? fresh : value;
	}) as PlainFile;
}

/** A card on which nothing hangs but other effects goes. */
function withoutOne(file: PlainFile, draw: Draw): PlainFile {
	const effects = recordsOf(file, 'effects');
	if (effects.length === 0) return file;
	const gone = draw.pick(effects).id;
	const rest = effects
		.filter(({ id }) => id !== gone)
		.map((effect) =>
			effect.leadsToEffectId === gone ? { ...effect, leadsToEffectId: null } : effect
		);
	const rounds = (file.rounds as readonly { readonly effectId: string }[]).filter(
		({ effectId }) => effectId !== gone
	);
	return { ...file, effects: rest, rounds };
}

function withOneMore(file: PlainFile, draw: Draw): PlainFile {
	const list = draw.pick(lists);
	const records = recordsOf(file, list);
	if (records.length === 0) return file;
	return {
		...file,
		[list]: [...records, { ...draw.pick(records), id: `copy-${draw.below(1e6)}` }]
	};
}

function turned(file: PlainFile, draw: Draw): PlainFile {
	const list = draw.pick(lists);
	const records = recordsOf(file, list);
	const from = draw.below(records.length + 1);
	return { ...file, [list]: [...records.slice(from), ...records.slice(0, from)] };
}
