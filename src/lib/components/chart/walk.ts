import type { Chart } from 'chart.js';
import type { Drawing } from '#lib/charts/chart.ts';

type Walked = {
	readonly chart: () => Chart<'bar' | 'line', unknown[], string> | undefined;
	readonly drawing: () => Drawing;
	readonly say: (text: string) => void;
};

/** Lets somebody walk over a drawing with the arrow keys, place by place, as a pointer does. */
export class WalkedPlaces {
	readonly #canvas: HTMLCanvasElement;
	readonly #walked: Walked;
	#place: number | undefined;

	constructor(canvas: HTMLCanvasElement, walked: Walked) {
		this.#canvas = canvas;
		this.#walked = walked;
		canvas.addEventListener('keydown', this.#step);
		canvas.addEventListener('blur', this.#leave);
	}

	stop(): void {
		this.#canvas.removeEventListener('keydown', this.#step);
		this.#canvas.removeEventListener('blur', this.#leave);
	}

	readonly #step = (event: KeyboardEvent): void => {
		const drawing = this.#walked.drawing();
		const last = (drawing.series[0]?.values.length ?? 0) - 1;
		const next = nextPlace(event.key, this.#place, last);
		if (next === undefined) return;
		event.preventDefault();
		this.#place = next;
		this.#show(next);
		this.#walked.say(textAt(drawing, next));
	};

	readonly #leave = (): void => {
		this.#place = undefined;
		this.#show(undefined);
	};

	#show(place: number | undefined): void {
		const chart = this.#walked.chart();
		if (!chart) return;
		const elements =
			place === undefined
				? []
				: chart.data.datasets.map((_, datasetIndex) => ({ datasetIndex, index: place }));
		chart.tooltip?.setActiveElements(elements, { x: 0, y: 0 });
		chart.update('none');
	}
}

/** Gives the place that a key goes to; undefined for any other key. */
export function nextPlace(
	key: string,
	place: number | undefined,
	last: number
): number | undefined {
	if (key === 'Home') return 0;
	if (key === 'End') return last;
	if (key === 'ArrowRight' || key === 'ArrowDown') return Math.min(last, (place ?? -1) + 1);
	if (key === 'ArrowLeft' || key === 'ArrowUp') return Math.max(0, (place ?? last + 1) - 1);
	return undefined;
}

/** Gives all that a place says, without what is nothing there. */
export function textAt({ series }: Drawing, place: number): string {
	return series
		.filter(({ values }) => values[place] !== 0)
		.map(({ says }) => says[place] ?? '')
		.join('. ');
}
