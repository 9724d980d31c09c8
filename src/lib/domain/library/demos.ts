import type { Language } from '../vocabulary.ts';
import dutchDemo from './data/demo-molenwijk.nl.json' with { type: 'json' };
import englishDemo from './data/demo-riverside.en.json' with { type: 'json' };

const demos: Readonly<Record<Language, unknown>> = { nl: dutchDemo, en: englishDemo };

/** Gives a workshop file to try things on, with invented figures and some wishful thinking in it. */
export function demoWorkshop(language: Language): unknown {
	return structuredClone(demos[language]);
}
