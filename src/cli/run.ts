import { exitCodes, WrongUse } from './command.ts';
import type { Command, ExitCode, Terminal } from './command.ts';

const modules = import.meta.glob<Command>('./commands/*.ts', { eager: true, import: 'command' });

const commands = new Map(
	Object.entries(modules).map(([path, command]) => [nameOf(path), command] as const)
);

function nameOf(path: string): string {
	return path.replace(/^.*\/|\.ts$/g, '');
}

/** Runs the command that the first argument names, with the rest as its arguments. */
export async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
	const [name = '', ...rest] = args;
	if (name === 'help' || name === '--help') {
		terminal.output(usage([...commands.keys()]));
		return exitCodes.fine;
	}
	const command = commands.get(name);
	if (!command) {
		const what = name === '' ? 'Name a command.' : `There is no command "${name}".`;
		terminal.say(`${what}\n${usage([...commands.keys()])}`);
		return exitCodes.wrongUse;
	}
	return await runOne(name, command, { rest, terminal });
}

type Call = { rest: readonly string[]; terminal: Terminal };

async function runOne(name: string, command: Command, { rest, terminal }: Call): Promise<ExitCode> {
	try {
		return await command.run(rest, terminal);
	} catch (error) {
		if (!isWrongUse(error)) throw error;
		terminal.say(`${error.message}\n${usage([name])}`);
		return exitCodes.wrongUse;
	}
}

/** Recognises our own error and those of Node's argument parser, such as an unknown option. */
function isWrongUse(error: unknown): error is Error {
	if (error instanceof WrongUse) return true;
	return (
		error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
	);
}

function usage(names: readonly string[]): string {
	const lines = names.map((name) => {
		const { parameters, summary } = commands.get(name) ?? { parameters: '', summary: '' };
		return `  npm run -s cli -- ${name} ${parameters}\n      ${summary}\n`;
	});
	return `Usage:\n${lines.join('')}FILE may be - for standard input.\n`;
}
