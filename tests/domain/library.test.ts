import { describe, expect, test } from 'vitest';
import { newContribution } from '#lib/domain/contribution.ts';
import { newEffect } from '#lib/domain/effect.ts';
import { newIndicator } from '#lib/domain/indicator.ts';
import { demoWorkshop } from '#lib/domain/library/demos.ts';
import {
	evidenceLevels,
	evidenceNote,
	evidenceNotGiven
} from '#lib/domain/library/evidence-levels.ts';
import {
	libraryIndicator,
	libraryIndicators,
	suggestedIndicator
} from '#lib/domain/library/indicators.ts';
import { libraryMeasure, libraryMeasures, measureThemes } from '#lib/domain/library/measures.ts';
import {
	missingReceivers,
	suggestedContributions,
	suggestedEffects,
	suggestedMeasure
} from '#lib/domain/library/suggestions.ts';
import { newMeasure } from '#lib/domain/measure.ts';
import { newParty, sectors } from '#lib/domain/party.ts';
import { languages } from '#lib/domain/vocabulary.ts';
import { parseWorkshopValue } from '#lib/domain/workshop-file.ts';
import { newSettings } from '#lib/domain/workshop.ts';

const parties = sectors.map((sector) => newParty(`p-${sector}`, { name: sector, sector }));
const tenants = newParty('tenants', { name: 'Tenants', sector: 'tenants' });
const association = newParty('association', {
	name: 'Association',
	kind: 'budget',
	sector: 'housing-association'
});

describe('a measure of the library', () => {
	test.each(libraryMeasures.map(({ id }) => id))('%s fits into a workshop file', (id) => {
		const from = libraryMeasure(id)!;
		const indicators = libraryIndicators.map((one) =>
			newIndicator(one.id, suggestedIndicator(one, 'en'))
		);
		const contributions = suggestedContributions(from, parties).map(
			({ partyId = '', draft }, index) => newContribution(`c-${index}`, { ...draft, partyId })
		);
		for (const language of languages) {
			const context = { language, parties, indicators };
			const { problems } = parseWorkshopValue({
				format: 'tegenwicht/workshop',
				version: 1,
				workshop: newSettings('w', { title: 'W', startYear: 2027 }),
				parties,
				indicators,
				measures: [newMeasure('m', { ...suggestedMeasure(from, context), contributions })],
				effects: suggestedEffects(from, 'm', context).map((draft, index) =>
					newEffect(`e-${index}`, draft)
				)
			});
			expect(problems).toEqual([]);
		}
		expect(contributions).toHaveLength(from.defaults.contributions.length);
	});

	test.each(libraryMeasures)(
		'$id has a theme, known indicators and text in both languages',
		(one) => {
			expect(measureThemes.map(({ id }) => id)).toContain(one.theme);
			for (const id of one.indicators) expect(libraryIndicator(id)?.id).toBe(id);
			for (const { indicatorLibraryId } of one.defaults.effects) {
				if (indicatorLibraryId !== null) expect(libraryIndicator(indicatorLibraryId)).toBeDefined();
			}
			for (const language of languages) {
				expect(one.title[language]).not.toBe('');
				expect(one.description[language]).not.toBe('');
			}
		}
	);

	test('is not found under an unknown name', () => {
		expect(libraryMeasure('constructor')).toBeUndefined();
	});
});

describe('a suggestion', () => {
	const renovation = libraryMeasure('renovate-sustain')!;

	test('puts the party of the sector in the lead and names the library', () => {
		const context = { language: 'en' as const, parties: [tenants, association] };
		expect(suggestedMeasure(renovation, context)).toMatchObject({
			title: 'Renovation with energy upgrade',
			leadPartyId: 'association',
			libraryId: 'renovate-sustain',
			minLeadMonths: 24
		});
		expect(suggestedMeasure(renovation, { ...context, parties: [] }).leadPartyId).toBeNull();
	});

	test('says who usually pays, also where the workshop has no such party yet', () => {
		const draft = { kind: 'money', amount: null, hours: null, timing: 'once' };
		expect(suggestedContributions(renovation, [tenants, association])).toEqual([
			{ sector: 'housing-association', partyId: 'association', draft },
			{ sector: 'municipality', partyId: undefined, draft }
		]);
	});

	test('says which sectors are usually reached and have no party yet', () => {
		expect(missingReceivers(renovation, [association])).toEqual(['tenants', 'residents']);
		expect(missingReceivers(renovation, parties)).toEqual([]);
	});

	test('takes the first of two parties of a sector to pay, and both to be reached', () => {
		const others = newParty('others', { name: 'Others', sector: 'tenants' });
		const second = newParty('second', { name: 'Second', sector: 'housing-association' });
		const group = [tenants, others, association, second];
		expect(suggestedContributions(renovation, group)[0]?.partyId).toBe('association');
		const [bill] = suggestedEffects(renovation, 'm', {
			language: 'nl',
			parties: group,
			indicators: []
		});
		expect(bill).toEqual({
			title: 'Lagere energierekening',
			measureIds: ['m'],
			direction: 'benefit',
			dimension: 'residents',
			indicatorId: null,
			recipients: [
				{ partyId: 'tenants', share: null, certain: false },
				{ partyId: 'others', share: null, certain: false }
			],
			otherArea: false
		});
	});

	test('follows the indicator of the workshop that came from the same place in the library', () => {
		const burden = newIndicator('ours', { name: 'Ours', libraryId: 'housing-cost-burden' });
		const effects = suggestedEffects(renovation, 'm', {
			language: 'en',
			parties: [],
			indicators: [burden]
		});
		expect(effects.map(({ indicatorId }) => indicatorId)).toEqual(['ours', null, 'ours', null]);
	});

	test('never changes the library', () => {
		const context = { language: 'en' as const, parties };
		for (const one of libraryMeasures) suggestedMeasure(one, context).flags.push('temporary');
		const flags = libraryMeasures.flatMap((one) => one.defaults.flags);
		expect(flags.filter((flag) => flag === 'temporary').length).toBeLessThan(
			libraryMeasures.length
		);
	});
});

test('the levels of evidence run from 0 to 5 and carry the default haircuts', () => {
	expect(evidenceLevels.map(({ level }) => level)).toEqual([0, 1, 2, 3, 4, 5]);
	const { haircuts } = newSettings('w', { title: 'W', startYear: 2027 });
	expect(evidenceLevels.map(({ haircut }) => haircut)).toEqual(haircuts);
	for (const language of languages) {
		expect(evidenceNotGiven[language]).not.toBe('');
		expect(evidenceNote[language]).not.toBe('');
	}
});

test.each(languages)('the demo workshop in %s is a workshop in that language', (language) => {
	const { file, problems, warnings } = parseWorkshopValue(demoWorkshop(language));
	expect({ problems, warnings }).toEqual({ problems: [], warnings: [] });
	expect(file?.workshop.language).toBe(language);
});

test('a demo workshop that somebody changes stays as it is for the next', () => {
	const first = demoWorkshop('en') as { workshop: { title: string } };
	first.workshop.title = 'Changed';
	expect(demoWorkshop('en')).not.toMatchObject({ workshop: { title: 'Changed' } });
});
