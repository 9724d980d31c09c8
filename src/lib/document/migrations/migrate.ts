import type * as Y from 'yjs';
import type { Refusal } from '../refusal.ts';

/** The version of the shape that this program reads and writes. */
export const documentVersion = 1;

/** The root map with the version. No member may write it: it is not among the roots of the board. */
const metaRoot = 'meta';
const versionField = 'documentVersion';

/** Brings a document from one version to the next, inside a transaction of the server. */
export type Migration = (doc: Y.Doc) => void;

/** What brings a document from version n + 1 to n + 2, at place n. */
const migrations: readonly Migration[] = [];

/** Gives the version of a document; one that has none yet has this program's version. */
export function versionOf(doc: Y.Doc): number {
	const version = doc.getMap(metaRoot).get(versionField);
	return typeof version === 'number' && Number.isInteger(version) ? version : documentVersion;
}

/** Gives the reason not to read or write a document that a newer version of the program wrote. */
export function newerDocument(doc: Y.Doc): Refusal | undefined {
	const version = versionOf(doc);
	if (version <= documentVersion) return undefined;
	return {
		refused: 'newer',
		path: '',
		message: `This workshop has version ${version} and this program knows version ${documentVersion}. Reload the page, or update the program.`
	};
}

/**
 * Brings a document to this program's version and writes that version down. Only the server does this.
 * @returns a refusal, with the document unchanged, when the document is newer than the program.
 */
export function migrate(doc: Y.Doc): Refusal | undefined {
	const refusal = newerDocument(doc);
	if (refusal) return refusal;
	const meta = doc.getMap(metaRoot);
	if (meta.get(versionField) === documentVersion) return undefined;
	doc.transact(() => {
		for (const step of migrations.slice(versionOf(doc) - 1)) step(doc);
		meta.set(versionField, documentVersion);
	});
	return undefined;
}
