import { areaLevels } from '../../vocabulary.ts';
import type { AreaLevel } from '../../vocabulary.ts';
import { at, failIf } from '../judgement.ts';
import { defineRule } from '../rule.ts';

/** Asks whether a cause seen in a larger area also holds in this one. */
export const rule = defineRule({
	id: 'E06',
	scope: 'cause',
	severity: 2,
	kind: 'auto',
	judge: {
		workshop({ file: { causes }, frame }) {
			const level = frame.area?.level;
			if (!level) return [];
			const seenHere = new Set(
				causes
					.filter(({ areaLevel }) => !isCoarser(areaLevel, level))
					.map(({ dimension }) => dimension)
			);
			return causes.map(({ id, dimension, areaLevel }) => {
				const hidden = isCoarser(areaLevel, level) && !seenHere.has(dimension);
				const values = { areaLevel, workshopLevel: level };
				return failIf(hidden, at('cause', id, 'areaLevel'), values);
			});
		}
	},
	examples: {
		passing: {
			workshop: { area: { level: 'neighbourhood' } },
			causes: [{ areaLevel: 'neighbourhood' }]
		},
		nearMiss: {
			workshop: { area: { level: 'neighbourhood' } },
			causes: [{ areaLevel: 'district' }, { areaLevel: 'block' }]
		},
		failing: {
			given: {
				workshop: { area: { level: 'neighbourhood' } },
				causes: [{ areaLevel: 'district' }, { areaLevel: 'block', dimension: 'housing' }]
			},
			outcome: 'fail',
			target: at('cause', 'cause', 'areaLevel')
		}
	}
});

function isCoarser(level: AreaLevel, than: AreaLevel): boolean {
	return areaLevels.indexOf(level) > areaLevels.indexOf(than);
}
