import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { alone } from './lock.js';
import { mayWrite } from './may-write.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const cache = join(root, 'node_modules/.cache/tegenwicht');
const inputs = ['src', 'static', 'package-lock.json', 'svelte.config.js', 'vite.config.ts'];

/**
 * One build product: what makes it, and the file whose presence shows that it was made.
 * @typedef {{ name: string, product: string, command: string[] }} Target
 */

/** @type {Target} */
export const application = {
	name: 'application',
	product: 'build/handler.js',
	command: ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn']
};

/** @type {Target} */
export const commandLine = {
	name: 'command-line',
	product: 'build-cli/main.js',
	command: [
		'node_modules/vite/bin/vite.js',
		'build',
		'--config',
		'vite.cli.config.ts',
		'--logLevel',
		'warn'
	]
};

/**
 * Builds a target when its product is missing or older than what it is made from; when several
 * programs start at once, one builds and the others wait.
 * An installation that carries no sources (a container image) is taken as it is.
 *
 * @param {Target} target
 * @throws {Error} when the build fails, its output has then been shown; or when it may not be built here
 */
export function buildWhenStale(target) {
	if (!existsSync(join(root, 'vite.config.ts')) || isFresh(target)) return;
	if (!mayWrite(join(root, 'node_modules'))) {
		throw new BuildError(
			`The ${target.name} is not built, or was changed since, and may not be built by who starts it: run npm ci && npm run build in ${root} as its owner.`
		);
	}
	alone(join(cache, `${target.name}.lock`), () => {
		if (!isFresh(target)) build(target);
	});
}

/** @param {Target} target */
function isFresh(target) {
	return (
		existsSync(join(root, target.product)) &&
		existsSync(stampFile(target)) &&
		readFileSync(stampFile(target), 'utf8') === fingerprint()
	);
}

/** @param {Target} target */
function build(target) {
	// Taken before the build: what changes meanwhile makes it stale again.
	const stamp = fingerprint();
	// Standard output belongs to the program; what the build has to say matters only when it fails.
	process.stderr.write(`Building the ${target.name} (only after a change)…\n`);
	const run = spawnSync(process.execPath, target.command, {
		cwd: root,
		stdio: ['ignore', 'pipe', 'pipe'],
		encoding: 'utf8',
		maxBuffer: 64 * 1024 * 1024,
		env: { ...process.env, NODE_ENV: 'production' }
	});
	if (run.status !== 0) {
		process.stderr.write(`${run.stdout ?? ''}${run.stderr ?? ''}`);
		throw new BuildError(`Building the ${target.name} failed; the reason stands above.`);
	}
	writeFileSync(stampFile(target), stamp);
}

/** A sentence for who starts it; a build that failed has said why. */
class BuildError extends Error {
	forOperator = true;
}

/** @param {Target} target */
function stampFile(target) {
	return join(cache, `${target.name}.stamp`);
}

/** Hashes names, sizes and change times of all inputs: cheap, and any edit changes it. */
function fingerprint() {
	const hash = createHash('sha256');
	for (const input of inputs) addToHash(hash, input);
	return hash.digest('hex');
}

/**
 * @param {import('node:crypto').Hash} hash
 * @param {string} path
 */
function addToHash(hash, path) {
	const status = statSync(join(root, path));
	if (status.isDirectory()) {
		for (const name of readdirSync(join(root, path)).sort()) addToHash(hash, join(path, name));
	} else {
		hash.update(`${path} ${status.size} ${status.mtimeMs}\n`);
	}
}
