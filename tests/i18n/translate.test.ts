import { describe, expect, it } from 'vitest';
import { loadMessages } from '#lib/i18n/messages.ts';
import { createTranslate } from '#lib/i18n/translate.ts';
import { isLanguage } from '#lib/i18n/languages.ts';

describe('a text of the screens', () => {
	it('comes in the language that was chosen', async () => {
		const dutch = createTranslate('nl', await loadMessages('nl'));
		const english = createTranslate('en', await loadMessages('en'));
		expect(dutch('ui.save.saved')).toBe('Opgeslagen');
		expect(english('ui.save.saved')).toBe('Saved');
	});

	it('fills in values and chooses between one and more', async () => {
		const t = createTranslate('nl', await loadMessages('nl'));
		expect(t('request.too-many', { seconds: 1 })).toContain('1 seconde ');
		expect(t('request.too-many', { seconds: 30 })).toContain('30 seconden');
	});

	it('takes what people typed as words, never as instructions', async () => {
		const t = createTranslate('nl', await loadMessages('nl'));
		expect(t('settings.file.confirm.text', { name: '<b>{x}</b>' })).toContain('<b>{x}</b>');
	});

	it('knows no languages but its own', () => {
		expect(['nl', 'en', 'de', undefined, 1].map(isLanguage)).toEqual([
			true,
			true,
			false,
			false,
			false
		]);
	});
});
