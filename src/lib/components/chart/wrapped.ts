/** Measures how wide a text is. */
type Measure = Pick<CanvasRenderingContext2D, 'measureText'>;

/** Breaks a text into lines between its words; a word that is wider than a line stands on one of its own. */
export function wrapped(text: string, brush: Measure, width: number): string[] {
	const lines: string[] = [];
	for (const word of text.split(/[ \n]+/).filter(Boolean)) {
		const last = lines.at(-1);
		const longer = last === undefined ? word : `${last} ${word}`;
		if (last === undefined || brush.measureText(longer).width > width) lines.push(word);
		else lines[lines.length - 1] = longer;
	}
	return lines;
}
