import { afterEach } from 'vitest';
import { Hall } from './hall.ts';

/** Opens halls that are closed after each test, after what was opened later. */
export function halls(): {
	readonly open: (...options: Parameters<typeof Hall.open>) => Promise<Hall>;
	readonly later: (close: () => unknown) => void;
} {
	const closing: (() => unknown)[] = [];
	afterEach(async () => {
		for (const close of closing.splice(0).reverse()) await close();
	});
	return {
		later: (close) => void closing.push(close),
		open: async (...options) => {
			const hall = await Hall.open(...options);
			closing.push(() => hall.close());
			return hall;
		}
	};
}
