import { painted } from './painting.ts';
import type { Palette } from './palette.ts';
import { drawnWidth, sharp, Sheet } from './sheet.ts';

type Part = {
	readonly title: string;
	readonly sentence: string;
	readonly basis: string;
	readonly part: HTMLElement;
};

/** Nothing is drawn larger than this, so that a drawing of a small phone does not fill a sheet. */
const largest = 1.6;

/**
 * Puts a drawing of the page on a white sheet with its words, as a PNG.
 * @throws {Error} when this browser can't make pictures
 */
export async function pictureOfPart(
	{ title, sentence, basis, part }: Part,
	palette: Palette
): Promise<Blob> {
	await document.fonts.ready;
	const grows = Math.min(largest, drawnWidth / part.getBoundingClientRect().width);
	const canvas = await painted(part, { scale: grows * sharp, palette });
	const size = { width: canvas.width / sharp, height: canvas.height / sharp };
	const sheet = new Sheet(palette);
	const layOut = (drawn?: HTMLCanvasElement): number => {
		sheet.start();
		sheet.write(title, { size: 24, weight: 680 });
		if (sentence) sheet.write(sentence, { size: 16 });
		sheet.place(drawn, size.height, size.width);
		sheet.write(basis, { size: 14 });
		return sheet.end();
	};
	// The first time to know how high it is, the second time to draw.
	sheet.prepare(layOut());
	layOut(canvas);
	return sheet.toPng();
}
