import { globSync, readFileSync } from 'node:fs';

/** Where a rule stands: a line that refuses a frame, a presence or somebody who wants to come in. */
export type Rule = { readonly file: string; readonly line: number; readonly text: string };

/** How a refusal is written, and what stands there without it. */
const refusals: readonly (readonly [RegExp, string])[] = [
	[/\w+(\.\w+)? \? refuse\(\d[^)]*\) : /, ''],
	[/(throw new Refused|return refuse)\([^)]*\);/, 'void 0;'],
	[/this\.#refuse\((edit, \{|new )[^;]*;/, 'void 0;'],
	[/\[44\d\d, '[^']*'\]/, 'undefined'],
	[/writer\.close\(44[^;]*;/, 'void 0;'],
	[/return (notHere|notJoined);/, 'void 0;'],
	[
		/(?<=connection\.mayWrite|#belongsTo\(.*|maximumPresenceBytes)\) (return|continue);/,
		') void 0;'
	]
];

const places = [
	'src/lib/server/rooms/gate/*.ts',
	'src/lib/server/rooms/*.ts',
	'src/lib/server/access/admission.ts'
];

/** Every line of the gate, of the rooms and of their door that refuses something. */
export function gateRules(): Rule[] {
	return globSync(places)
		.sort()
		.flatMap((file) =>
			readFileSync(file, 'utf8')
				.split('\n')
				.map((text, index) => ({ file, line: index + 1, text: text.trim() }))
				.filter(({ text }) => refusals.some(([written]) => written.test(text)))
		);
}

/** The source with that one line made to refuse nothing; the rest stays where it is. */
export function withoutRule(source: string, line: number): string {
	const lines = source.split('\n');
	const text = lines[line - 1] ?? '';
	const refusal = refusals.find(([written]) => written.test(text));
	if (!refusal) throw new Error(`Line ${line} refuses nothing.`);
	lines[line - 1] = text.replace(...refusal);
	return lines.join('\n');
}
