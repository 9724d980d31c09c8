import type { Ink, Texture } from '#lib/charts/chart.ts';

/** The colours, the letters and the fillings of a chart, as the style sheet has them now. */
export type Palette = {
	readonly ink: Readonly<Record<Ink, string>>;
	readonly rule: string;
	readonly text: string;
	readonly onText: string;
	readonly critic: string;
	readonly sheet: string;
	readonly font: { readonly family: string; readonly size: number; readonly weight: number };
	readonly fill: (ink: Ink, texture: Texture) => string | CanvasPattern;
};

/** Reads the tokens where the chart stands; on paper always those of the light theme. */
export function readPalette(canvas: HTMLElement, onPaper: boolean): Palette {
	const probe = document.createElement('span');
	if (onPaper) probe.dataset['theme'] = 'light';
	canvas.parentElement?.append(probe);
	const style = getComputedStyle(probe);
	const token = (name: string) => style.getPropertyValue(`--${name}`).trim();
	const ink = {
		ink: token('ink'),
		inleg: token('inleg'),
		ontvangt: token('ontvangt'),
		benefit: token('benefit'),
		harm: token('harm')
	};
	const sheet = token('sheet');
	const palette = {
		...{ ink, sheet, rule: token('rule'), critic: token('critic') },
		...{ text: token('ink-2'), onText: token('on-ink') },
		font: {
			family: style.fontFamily,
			size: parseFloat(style.fontSize),
			weight: Number(token('weight'))
		},
		fill: (name: Ink, texture: Texture) => fill(ink[name], texture, sheet)
	};
	probe.remove();
	return palette;
}

/** Fills like the textures of the style sheet, so that bars, cards and lines speak one language. */
function fill(colour: string, texture: Texture, sheet: string): string | CanvasPattern {
	if (texture === 'solid') return colour;
	if (texture === 'open') return sheet;
	const size = texture === 'hatched' ? 7 : texture === 'striped' ? 10 : 7;
	const tile = document.createElement('canvas');
	const scale = 2;
	tile.width = tile.height = size * scale;
	const brush = tile.getContext('2d');
	if (!brush) return colour;
	brush.scale(scale, scale);
	brush.fillStyle = brush.strokeStyle = colour;
	if (texture === 'dotted') dot(brush, size);
	else lines(brush, { size, width: texture === 'striped' ? 3 : 1.5, falls: texture === 'hatched' });
	const pattern = brush.createPattern(tile, 'repeat');
	pattern?.setTransform(new DOMMatrix().scale(1 / scale));
	return pattern ?? colour;
}

function dot(brush: CanvasRenderingContext2D, size: number): void {
	brush.beginPath();
	brush.arc(size / 2, size / 2, 1.7, 0, 2 * Math.PI);
	brush.fill();
}

/** Draws a slanting line that goes on in the next tile, rising or falling. */
function lines(
	brush: CanvasRenderingContext2D,
	{ size, width, falls }: { size: number; width: number; falls: boolean }
): void {
	brush.lineWidth = width;
	for (const shift of [-size, 0, size]) {
		brush.beginPath();
		brush.moveTo(shift - size, falls ? -size : 2 * size);
		brush.lineTo(shift + 2 * size, falls ? 2 * size : -size);
		brush.stroke();
	}
}
