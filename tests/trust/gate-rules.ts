import { globSync, readFileSync } from 'node:fs';

/** Where a rule of the gate stands: a line that refuses something. */
export type Rule = { readonly file: string; readonly line: number; readonly text: string };

const refuses = /throw new Refused\(|\brefuse\(\d/;

/** Every line of the gate that refuses something. */
export function gateRules(): Rule[] {
	return globSync('src/lib/server/rooms/gate/*.ts')
		.sort()
		.flatMap((file) =>
			readFileSync(file, 'utf8')
				.split('\n')
				.map((text, index) => ({ file, line: index + 1, text: text.trim() }))
				.filter(({ text }) => refuses.test(text))
		);
}

/** The source with that one line made to refuse nothing; the rest stays where it is. */
export function withoutRule(source: string, line: number): string {
	const lines = source.split('\n');
	const text = lines[line - 1] ?? '';
	if (!refuses.test(text)) throw new Error(`Line ${line} refuses nothing.`);
	lines[line - 1] = text.includes('? refuse(')
		? text.replace(/\w+(\.\w+)? \? refuse\([^)]*\) : /, '')
		: text.replace(/(throw new Refused|return refuse)\([^)]*\);/, 'void 0;');
	if (lines[line - 1] === text)
		throw new Error(`The rule on line ${line} could not be taken away.`);
	return lines.join('\n');
}
