import type { Chart } from 'chart.js';
import type { Attachment } from 'svelte/attachments';
import type { Drawing } from '#lib/charts/chart.ts';
import { configurationOf } from './configuration.ts';
import { marksPlugin, type Shown } from './marks.ts';
import { readPalette } from './palette.ts';
import { WalkedPlaces } from './walk.ts';

type Surroundings = {
	/** Hears what the place says that somebody walks to with the keyboard. */
	readonly say: (text: string) => void;
	/** Hears that nothing can be drawn, for instance because the connection is gone. */
	readonly fail: () => void;
};

/**
 * Draws on a canvas, and again when the numbers, the theme or the language change: the one place where
 * a drawing meets the chart library, which is fetched when the first chart is on screen.
 */
export function drawn(
	drawing: () => Drawing,
	{ say, fail }: Surroundings
): Attachment<HTMLCanvasElement> {
	return (canvas) => {
		let ChartOfLibrary = $state.raw<typeof Chart>();
		let chart: Chart<'bar' | 'line', unknown[], string> | undefined;
		let onPaper = $state(false);
		let theme = $state(document.documentElement.dataset['theme']);
		import('./library.ts').then((library) => (ChartOfLibrary = library.Chart), fail);

		// A drawing on a canvas does not follow the style sheet by itself.
		const observer = new MutationObserver(
			() => (theme = document.documentElement.dataset['theme'])
		);
		observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
		const paper = matchMedia('print');
		const turn = () => (onPaper = paper.matches);
		paper.addEventListener('change', turn);
		const walked = new WalkedPlaces(canvas, { chart: () => chart, drawing, say });

		let shown: Shown;
		// The chart is an object outside our control, so it is told of every change.
		$effect(() => {
			void theme;
			shown = { drawing: drawing(), palette: readPalette(canvas, onPaper) };
			if (!ChartOfLibrary) return;
			const { data, options } = configurationOf(shown.drawing, shown.palette);
			if (chart) {
				chart.data = data;
				chart.options = options ?? {};
				chart.update('none');
			} else {
				const plugins = [marksPlugin(() => shown)];
				chart = new ChartOfLibrary(canvas, { type: 'bar', data, options, plugins });
			}
		});

		return () => {
			observer.disconnect();
			paper.removeEventListener('change', turn);
			walked.stop();
			chart?.destroy();
		};
	};
}
