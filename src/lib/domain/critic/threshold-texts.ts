import thresholdsFile from './data/thresholds.json' with { type: 'json' };
import type { RuleText } from './texts.ts';

/** What a threshold counts, and so how people fill it in; the last four are lists. */
export const thresholdUnits = [
	...(['count', 'level', 'months', 'share'] as const),
	...(['words', 'types', 'sectors', 'indicators'] as const)
];

export type ThresholdUnit = (typeof thresholdUnits)[number];

/** What people read about a threshold: the question that its value answers. */
export type ThresholdText = RuleText & { readonly unit: ThresholdUnit };

const texts: { readonly [name: string]: (RuleText & { readonly unit: string }) | undefined } =
	thresholdsFile;

/** Finds the words of a threshold such as `D02.costShare`; undefined for a name no rule has. */
export function thresholdText(name: string): ThresholdText | undefined {
	const text = texts[name];
	const unit = thresholdUnits.find((one) => one === text?.unit);
	return text && unit && { nl: text.nl, en: text.en, unit };
}
