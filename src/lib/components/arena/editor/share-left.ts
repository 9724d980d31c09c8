import type { Effect, Recipient } from '#lib/domain/effect.ts';
import { isRange, type Quantity } from '#lib/domain/quantity.ts';

/** The highest value of a share, with which it counts when shares are added up; 0 when it is unknown. */
export function highestShare(share: Quantity): number {
	if (share === null) return 0;
	return typeof share === 'number' ? share : share.high;
}

/** The share as it is drawn: the best guess. */
export function likelyShare({ share }: Recipient): number {
	if (share === null) return 0;
	return typeof share === 'number' ? share : isRange(share) ? share.likely : 0;
}

/** Gives the part of an effect that is not divided over others, from 0 to 1. */
export function shareLeft({ recipients }: Effect, except?: string): number {
	const taken = recipients
		.filter(({ partyId }) => partyId !== except)
		.reduce((sum, { share }) => sum + highestShare(share), 0);
	return Math.max(0, Math.round((1 - taken) * 1000) / 1000);
}
