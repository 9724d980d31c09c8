import type { BoardContent } from '#lib/document/content.ts';

/** Lists by name the cards in whose texts somebody's name stands, as a word of its own. */
export function cardsNaming(board: BoardContent, name: string): string[] {
	const { workshop: _settings, ...lists } = board;
	const records: readonly object[] = Object.values(lists).flat();
	return records.filter((record) => textsIn(record).some((text) => names(text, name))).map(titleOf);
}

function names(text: string, name: string): boolean {
	const at = text.toLocaleLowerCase().indexOf(name.toLocaleLowerCase());
	if (at < 0) return false;
	const [before, after] = [text[at - 1], text[at + name.length]];
	return !isLetter(before) && !isLetter(after);
}

function isLetter(character: string | undefined): boolean {
	return character !== undefined && /[\p{L}\p{N}]/u.test(character);
}

function textsIn(value: unknown): string[] {
	if (typeof value === 'string') return [value];
	if (typeof value !== 'object' || value === null) return [];
	return Object.values(value).flatMap(textsIn);
}

function titleOf(record: object): string {
	for (const field of ['title', 'name', 'text']) {
		const title: unknown = Reflect.get(record, field);
		if (typeof title === 'string') return title;
	}
	return '';
}
