import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';

const here = new URL('.', import.meta.url);
const [name = '', ...rest] = process.argv.slice(2);
const file = new URL(`${name}.ts`, here);

if (!/^[a-z-]+$/.test(name) || !existsSync(file)) {
	const names = readdirSync(here).flatMap((one) => /^([a-z-]+)\.ts$/.exec(one)?.[1] ?? []);
	console.error(`Say which benchmark: npm run bench -- ${names.join(' | ')}`);
	process.exit(2);
}

const bench = spawn(process.execPath, [file.pathname, ...rest], { stdio: 'inherit' });
bench.on('exit', (code) => process.exit(code ?? 1));
