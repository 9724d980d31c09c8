import type { Tongue } from '#lib/components/arena/number-text.ts';
import type { Seal } from '#lib/document/session/forecasts.ts';
import type { SealedExpectation } from '#lib/domain/forecast/forecast.ts';
import { formatDate } from '#lib/i18n/format-date.ts';

type Situation = {
	readonly heldTo: readonly SealedExpectation[];
	/** The last forecast of this scenario, when there is one. */
	readonly seal: Seal | undefined;
};

/** Says in one sentence how far the group is: nothing to measure, something missing, ready, sealed. */
export function forecastTitle({ heldTo, seal }: Situation, { t, current }: Tongue): string {
	if (seal) {
		return t('forecast.title.sealed', { date: formatDate(current, seal.sealedAt.slice(0, 10)) });
	}
	if (heldTo.length === 0) return t('forecast.title.nothing');
	const missing = heldTo.filter(({ stated }) => stated === null).length;
	return missing > 0
		? t('forecast.title.missing', { missing, all: heldTo.length })
		: t('forecast.title.ready');
}
