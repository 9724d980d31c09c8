import type { Language } from '../vocabulary.ts';

/** A text of the library in every language. */
export type LocalText = Readonly<Record<Language, string>>;
