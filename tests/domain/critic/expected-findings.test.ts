import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { criticise } from '#lib/domain/critic/criticise.ts';
import { parseWorkshopFile } from '#lib/domain/workshop-file.ts';
import { exampleNames, exampleText } from '../examples.ts';

test.each(exampleNames)('%s gives exactly the findings it must give, heaviest first', (name) => {
	const short = name.replace(/\.(nl|en)$/, '');
	const path = new URL(`../../fixtures/workshops/${short}.expected-findings.json`, import.meta.url);
	const { findings: expected } = JSON.parse(readFileSync(path, 'utf8'));
	const { findings, ignored } = criticise(parseWorkshopFile(exampleText(name)).file!);
	expect(
		findings.map(({ rule, outcome, severity, target, scenario }) => ({
			...{ rule, outcome, severity, target, scenario }
		}))
	).toEqual(expected);
	expect(ignored).toEqual([]);
});
