import type { Language } from '#lib/domain/vocabulary.ts';

declare global {
	namespace App {
		interface Locals {
			/** Language in which this visitor sees the screens. */
			language: Language;
		}
		interface Error {
			message: string;
			/** Under which the server logged what happened, for an error nobody expected. */
			errorId?: string;
		}
	}
}

export {};
