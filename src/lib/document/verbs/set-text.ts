import { keyOf } from '../key.ts';
import { mapIn } from '../maps.ts';
import { readText } from '../reading/read-field.ts';
import { gone, type Refusal } from '../refusal.ts';
import { recordFields, settingsFields, type RecordKind } from '../shape.ts';
import { isTooLong, tooLong } from './text-length.ts';
import { writeText } from './write-fields.ts';
import type { Writing } from './writing.ts';

export type TextKind = RecordKind | 'workshop';

type TextPlace = { readonly kind: TextKind; readonly id: string; readonly field: string };

/**
 * Writes words into a long text; for the workshop's question the id is not looked at.
 * A text that came with a file can be longer than people may write; it can be shortened, not made longer.
 * @throws TypeError for a field that is no long text: a mistake in the program.
 */
export function setText(
	{ maps, commit }: Writing,
	{ kind, id, field }: TextPlace,
	words: string
): Refusal | undefined {
	const fields = kind === 'workshop' ? settingsFields : recordFields[kind];
	if (fields[field]?.as !== 'text') throw new TypeError(`"${field}" of a ${kind} is no long text.`);
	const map = kind === 'workshop' ? maps.workshop : mapIn(maps[kind], keyOf(id));
	if (!map) return gone('', id);
	const before = readText(map.get(field), field, () => undefined);
	if (isTooLong(words) && words.length > before.length) return tooLong(field);
	commit(() => writeText(map, field, words), `${kind}.${id}.${field}`);
	return undefined;
}
