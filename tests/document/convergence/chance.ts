import { randomFrom } from '../tools.ts';

const words = ['huis', ' en ', 'straat', '😀', ' é', 'samen', '\n', '\ud83d', '1.234,5', ' '];

/** Chance in the forms that a random history needs. */
export class Chance {
	readonly random: () => number;

	constructor(seed: number) {
		this.random = randomFrom(seed);
	}

	/** True this part of the time. */
	maybe(part = 0.5): boolean {
		return this.random() < part;
	}

	below(end: number): number {
		return Math.floor(this.random() * end);
	}

	pick<Item>(list: readonly Item[]): Item | undefined {
		return list[this.below(list.length)];
	}

	/** One of a list that is not empty. */
	oneOf<Item>(list: readonly [Item, ...Item[]]): Item {
		return this.pick(list) as Item;
	}

	some<Item>(list: readonly Item[]): Item[] {
		return list.filter(() => this.maybe(0.4));
	}

	words(): string {
		return Array.from({ length: this.below(4) }, () => this.pick(words)).join('');
	}

	/** Changes a text somewhere, as somebody who types or deletes does. */
	edited(text: string): string {
		const at = this.below(text.length + 1);
		return text.slice(0, at) + this.words() + text.slice(at + this.below(4));
	}

	/** A share, sometimes a range, unknown or wrong. */
	share(): number | { low: number; likely: number; high: number } | null {
		if (this.maybe(0.2)) return null;
		const [low, likely, high] = [this.random(), this.random(), this.random()].sort();
		if (this.maybe(0.3)) return { low: low!, likely: likely!, high: high! };
		return this.maybe(0.1) ? 2 : Math.round(this.random() * 8) / 8;
	}

	amount(): number | { low: number; high: number } | null {
		if (this.maybe(0.2)) return null;
		const low = 1 + this.below(1000);
		return this.maybe(0.3) ? { low, high: low + this.below(100) } : low;
	}
}
