/** Where a command reads and writes; tests pass their own. */
export type Terminal = {
	/** Reads a file, or standard input for `-`, up to a little more than the largest workshop. */
	read(path: string, most?: number): Promise<Uint8Array>;
	/** Writes to standard output: only what other programs read. */
	output(text: string): void;
	/** Writes to standard error: what people read. */
	say(text: string): void;
};

/** What a program learns from a command: it went well, the input is refused, or the command is wrong. */
export const exitCodes = { fine: 0, refused: 1, wrongUse: 2 } as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** One command of the command line; its name is the name of its file. */
export type Command = {
	/** What comes after the name of the command. */
	readonly parameters: string;
	/** One sentence on what it does. */
	readonly summary: string;
	/** @throws {WrongUse} when the arguments cannot be used */
	run(args: readonly string[], terminal: Terminal): Promise<ExitCode>;
};

/** The command was given wrongly; the message says how, and the usage is shown with it. */
export class WrongUse extends Error {}
