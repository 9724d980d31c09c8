import { describe, expect, it } from 'vitest';
import { askedWorkshop } from '#lib/components/start/asked-workshop.ts';
import { parseWorkshopValue } from '#lib/domain/workshop-file.ts';

const fresh = { id: 'abc', startYear: 2027 };

describe('a workshop that somebody begins', () => {
	it('is only a title when there is no question yet', () => {
		const beginning = { title: ' Molenwijk ', question: ' ', language: 'nl' as const };
		expect(askedWorkshop(beginning, 'Zonder titel', fresh)).toEqual({
			title: 'Molenwijk',
			language: 'nl'
		});
	});

	it('is a valid workshop file when there is a question, with a title in any case', () => {
		const beginning = { title: '', question: 'Wat doen we?', language: 'nl' as const };
		const asked = askedWorkshop(beginning, 'Zonder titel', fresh);
		const { file, problems } = parseWorkshopValue('file' in asked ? asked.file : undefined);
		expect(problems).toEqual([]);
		expect(file?.workshop).toMatchObject({
			title: 'Zonder titel',
			question: 'Wat doen we?',
			startYear: 2027
		});
	});
});
