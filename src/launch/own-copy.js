import { cpSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { lives } from './lock.js';
import { mayWrite } from './may-write.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

/**
 * Gives the folder of the application that this process runs from.
 *
 * Where there are sources, another start or a test may build anew at any moment, and a server whose
 * files change under it breaks. So it runs from a copy of its own, which goes when the process does.
 * An installation without sources is never rebuilt, and runs as it is; so does one that whoever
 * starts it may not write, as under systemd: there only who replaces it builds it, after a stop.
 */
export function ownBuild() {
	const build = join(root, 'build');
	const modules = join(root, 'node_modules');
	if (!existsSync(join(root, 'vite.config.ts')) || !mayWrite(modules)) return build;
	return ownCopy(build, join(modules, '.cache/tegenwicht/running'));
}

/**
 * Copies a folder for this process, and clears away copies of processes that are gone.
 *
 * @param {string} from
 * @param {string} copies folder with one folder per process
 */
export function ownCopy(from, copies) {
	mkdirSync(copies, { recursive: true });
	for (const name of readdirSync(copies)) {
		if (!lives(Number(name))) rmSync(join(copies, name), { recursive: true, force: true });
	}
	const copy = join(copies, String(process.pid));
	cpSync(from, copy, { recursive: true });
	process.once('exit', () => rmSync(copy, { recursive: true, force: true }));
	return copy;
}
