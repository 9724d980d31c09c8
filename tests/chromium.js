import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const candidates = [
	process.env.CHROMIUM_PATH,
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
];

/** The Chromium on this machine that the browser tests use, or undefined when there is none. */
export function findChromium() {
	return candidates.find((path) => path && existsSync(path));
}

/** Finds Chromium; on a Debian-like machine where that is allowed, installs the system's package. */
export function findOrInstallChromium() {
	const found = findChromium();
	if (found) return found;
	const mayInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
	if (mayInstall) {
		console.log('Installing Chromium from the system packages…');
		spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit' });
		spawnSync('apt-get', ['install', '-y', '-qq', 'chromium'], {
			stdio: 'inherit',
			env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
		});
	}
	return findChromium();
}
