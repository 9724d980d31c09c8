import * as Y from 'yjs';

/** Adds a measure with a title, as the board writes one. */
export function addMeasure(doc: Y.Doc, id: string, title = `Measure ${id}`): void {
	const record = new Y.Map<unknown>();
	record.set('id', id);
	record.set('title', title);
	doc.getMap('measures').set(id, record);
}

/** Ids of the measures in a document, sorted. */
export function measuresIn(doc: Y.Doc): string[] {
	return [...doc.getMap('measures').keys()].sort();
}
