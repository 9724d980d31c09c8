import { foundKinds, type Expectation, type Reason } from '#lib/domain/reason.ts';
import type { Translate } from './translate.ts';

/** Says why something is refused in the language of the screen. */
export function reasonText(t: Translate, { code, values }: Reason): string {
	if (code !== 'wrong-value') return t(`reason.${code}`, values);
	const expected = values['expected'] as Expectation;
	return t('reason.wrong-value', {
		found: foundText(t, values['found'] ?? ''),
		expected: t(`reason.expected.${expected}`, values)
	});
}

function foundText(t: Translate, found: string | number): string | number {
	return isFoundKind(found) ? t(`reason.found.${found}`) : found;
}

function isFoundKind(found: string | number): found is keyof typeof foundKinds {
	return Object.hasOwn(foundKinds, found);
}
