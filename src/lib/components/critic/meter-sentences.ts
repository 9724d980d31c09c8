import type { Tongue } from '#lib/components/arena/number-text.ts';
import { formatNumber } from '#lib/i18n/format.ts';
import type { Meter } from './meter.ts';

/** Says in one sentence how much of the promise is a wish; it changes when the numbers do. */
export function meterTitle({ promised, parts, leftOut }: Meter, { t, current }: Tongue): string {
	if (!(promised > 0)) return t('meter.title.nothing', { leftOut });
	const share = (kind: string) => (parts.find((part) => part.kind === kind)?.euros ?? 0) / promised;
	const [wish, substantiated] = [ofHundred(share('wish')), ofHundred(share('substantiated'))];
	if (wish > 0) return t('meter.title.wish', { wish: formatNumber(current, wish) });
	return t('meter.title.no-wish', {
		some: substantiated > 0 ? 'yes' : 'no',
		substantiated: formatNumber(current, substantiated)
	});
}

/** Euros of every hundred, whole; what is there is never rounded to nothing, and a part never to all. */
function ofHundred(share: number): number {
	if (share <= 0) return 0;
	if (share >= 1) return 100;
	return Math.min(99, Math.max(1, Math.round(share * 100)));
}
