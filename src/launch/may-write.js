import { accessSync, constants } from 'node:fs';

/**
 * Tells whether this process may make files in a folder: it is not somebody else's, and its file
 * system is not read-only.
 *
 * @param {string} folder
 */
export function mayWrite(folder) {
	try {
		accessSync(folder, constants.W_OK);
		return true;
	} catch {
		return false;
	}
}
