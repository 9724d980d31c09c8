import { hasField } from '#lib/document/session/export.ts';
import type { BoardContent } from '#lib/document/content.ts';
import type { Effect } from '#lib/domain/effect.ts';
import { domainOf } from '#lib/domain/pooled-estimate.ts';
import { isInOrder } from '#lib/domain/quantity.ts';
import { ApiError } from '../api-error.ts';
import type { BlindAnswer, RoundSubject } from '../store/store.ts';

/**
 * Finds the effect of a number that people can estimate.
 *
 * @throws {ApiError} 404 without the effect or the number, 409 for an amount that a formula computes
 */
export function effectAsked({ effects }: BoardContent, effectId: string, field: string): Effect {
	const effect = effects.find(({ id }) => id === effectId);
	if (!effect) {
		throw new ApiError('not-here', 'There is no such effect here.', { path: 'effectId' });
	}
	if (!hasField(effect, field)) {
		throw new ApiError('not-here', `This effect has no ${field}.`, { path: 'field' });
	}
	if (field === 'amount' && effect.formula !== '') {
		const message = 'A formula computes this amount: estimate the inputs of the formula instead.';
		throw new ApiError('not-now', message, { path: 'field' });
	}
	return effect;
}

type Numbers = NonNullable<BlindAnswer['numbers']>;

/** @throws {ApiError} 400 for numbers that are out of order or that this number can't have */
export function checkNumbers(numbers: Numbers, subject: RoundSubject): void {
	if (!isInOrder(numbers)) {
		const message = 'The lowest value, the best guess and the highest value must go up.';
		throw new ApiError('malformed', message, { path: 'likely' });
	}
	if (subject.kind === 'practice') return;
	const { from, to } = domainOf(subject.field);
	for (const path of ['low', 'high'] as const) {
		if (numbers[path] >= from && numbers[path] <= to) continue;
		const most = to === Infinity ? 'or more' : `to ${to}`;
		throw new ApiError('malformed', `This number must be ${from} ${most}.`, { path });
	}
}
