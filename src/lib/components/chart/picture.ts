import type { Chart as ChartOfLibrary } from 'chart.js';
import type { Drawing, ExplainedMark } from '#lib/charts/chart.ts';
import { configurationOf } from './configuration.ts';
import { heightOf } from './height.ts';
import { marksPlugin } from './marks.ts';
import type { Palette } from './palette.ts';
import { drawnWidth, sharp, Sheet } from './sheet.ts';

/** What is on a picture: all that somebody needs who sees it without the screen around it. */
export type Picture = {
	readonly title: string;
	readonly sentence: string;
	readonly drawing: Drawing;
	/** The words for the marks that the drawing has. */
	readonly marks: readonly { readonly kind: ExplainedMark; readonly label: string }[];
	/** Of what, over how long, in which euros, and what is left out. */
	readonly basis: string;
};

const rem = 16;

/**
 * Draws a chart with its words on a white ground, as a PNG.
 * @throws {Error} when this browser can't make pictures
 */
export function pictureOf(
	picture: Picture,
	palette: Palette,
	Library: typeof ChartOfLibrary
): Promise<Blob> {
	const sheet = new Sheet(palette);
	// The first time to know how high it is, the second time to draw.
	const height = layOut(picture, sheet);
	sheet.prepare(height);
	const drawn = drawingOf(picture.drawing, palette, Library);
	layOut(picture, sheet, drawn.canvas);
	drawn.destroy();
	return sheet.toPng();
}

function layOut(picture: Picture, sheet: Sheet, drawn?: HTMLCanvasElement): number {
	const { title, sentence, drawing, marks, basis } = picture;
	sheet.start();
	sheet.write(title, { size: 24, weight: 680 });
	sheet.write(sentence, { size: 16 });
	sheet.place(drawn, heightOf(drawing) * rem);
	sheet.legend([
		...drawing.series.map((series) => ({ label: series.label, sample: sheet.swatch(series) })),
		...marks.map(({ kind, label }) => ({ label, sample: sheet.mark(kind) }))
	]);
	if (drawing.note) sheet.write(drawing.note, { size: 14 });
	sheet.write(basis, { size: 14 });
	return sheet.end();
}

/** The drawing alone, drawn away from the screen; the library keeps a chart until it is destroyed. */
function drawingOf(
	drawing: Drawing,
	palette: Palette,
	Library: typeof ChartOfLibrary
): Pick<ChartOfLibrary, 'canvas' | 'destroy'> {
	const canvas = document.createElement('canvas');
	canvas.width = drawnWidth;
	canvas.height = heightOf(drawing) * rem;
	const letters = { ...palette, font: { ...palette.font, size: 14 } };
	const { data, options } = configurationOf(drawing, letters);
	return new Library(canvas, {
		...{ type: 'bar', data },
		options: { ...options, responsive: false, devicePixelRatio: sharp },
		plugins: [marksPlugin(() => ({ drawing, palette: letters }))]
	});
}
