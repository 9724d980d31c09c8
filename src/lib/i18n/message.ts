/** One piece of a message: words, a place for a value, a number with its thousands apart, or a choice of messages. */
type Piece =
	| { readonly kind: 'words'; readonly words: string }
	| { readonly kind: 'value'; readonly name: string }
	| { readonly kind: 'count'; readonly name: string }
	| {
			readonly kind: 'plural' | 'select';
			readonly name: string;
			readonly options: ReadonlyMap<string, Message>;
	  };

/** A message that was read once and can be filled in many times. */
export type Message = readonly Piece[];

/** What may be filled in at the named places of a message. */
export type MessageValues = Readonly<Record<string, string | number>>;

/**
 * Reads a message in the part of ICU MessageFormat that the locale files use: `{name}`, `{n, number}`,
 * `{count, plural, =0 {…} one {…} other {# …}}`, `{kind, select, a {…} other {…}}`, and apostrophes
 * that keep braces as they are.
 *
 * Source: ICU User Guide, Formatting Messages. Dates, number styles and plural offsets are not read.
 *
 * @throws {SyntaxError} for a message that is not written so
 */
export function readMessage(text: string): Message {
	const reader = new Reader(text);
	const message = reader.message(undefined);
	if (!reader.ended) throw new SyntaxError(`A brace too many in "${text}".`);
	return message;
}

/**
 * Fills in a message.
 *
 * @throws {TypeError} when a value is missing
 */
export function fillMessage(message: Message, values: MessageValues, locale: string): string {
	return message.map((piece) => fillPiece(piece, values, locale)).join('');
}

function fillPiece(piece: Piece, values: MessageValues, locale: string): string {
	if (piece.kind === 'words') return piece.words;
	const value = values[piece.name];
	if (value === undefined) throw new TypeError(`A message needs the value "${piece.name}".`);
	if (piece.kind === 'value') return String(value);
	if (piece.kind === 'count') return rulesOf(locale).number.format(Number(value));
	const chosen =
		piece.kind === 'select'
			? piece.options.get(String(value))
			: (piece.options.get(`=${value}`) ??
				piece.options.get(rulesOf(locale).plural.select(Number(value))));
	return fillMessage(chosen ?? piece.options.get('other') ?? [], values, locale);
}

/** Making one of these costs far more than using it, and a screen fills in hundreds of messages. */
type LocaleRules = { readonly number: Intl.NumberFormat; readonly plural: Intl.PluralRules };

const rulesByLocale = new Map<string, LocaleRules>();

function rulesOf(locale: string): LocaleRules {
	let rules = rulesByLocale.get(locale);
	if (!rules) {
		rules = { number: new Intl.NumberFormat(locale), plural: new Intl.PluralRules(locale) };
		rulesByLocale.set(locale, rules);
	}
	return rules;
}

/** Goes through the text of a message once, from left to right. */
class Reader {
	readonly #text: string;
	#at = 0;

	constructor(text: string) {
		this.#text = text;
	}

	get ended(): boolean {
		return this.#at >= this.#text.length;
	}

	/** @param counted name of the plural around this message, whose number `#` stands for */
	message(counted: string | undefined): Message {
		const pieces: Piece[] = [];
		while (!this.ended && this.#here !== '}') {
			if (this.#here === '{') pieces.push(this.#place());
			else if (this.#here === '#' && counted !== undefined) {
				this.#at += 1;
				pieces.push({ kind: 'count', name: counted });
			} else pieces.push({ kind: 'words', words: this.#words(counted) });
		}
		return pieces;
	}

	get #here(): string {
		return this.#text.charAt(this.#at);
	}

	#words(counted: string | undefined): string {
		let words = '';
		while (!this.ended && !this.#isSpecial(this.#here, counted)) {
			words += this.#here === "'" ? this.#quoted() : this.#take(1);
		}
		return words;
	}

	#isSpecial(sign: string, counted: string | undefined): boolean {
		return sign === '{' || sign === '}' || (sign === '#' && counted !== undefined);
	}

	/** Two apostrophes are one; an apostrophe before a brace keeps everything up to the next one. */
	#quoted(): string {
		this.#at += 1;
		if (this.#here === "'") return this.#take(1);
		if (!['{', '}', '#'].includes(this.#here)) return "'";
		const end = this.#text.indexOf("'", this.#at);
		const kept = this.#text.slice(this.#at, end < 0 ? undefined : end);
		this.#at = end < 0 ? this.#text.length : end + 1;
		return kept;
	}

	#place(): Piece {
		this.#expect('{');
		const name = this.#word();
		if (this.#here === '}') {
			this.#at += 1;
			return { kind: 'value', name };
		}
		this.#expect(',');
		const kind = this.#word();
		if (kind === 'number') {
			this.#expect('}');
			return { kind: 'count', name };
		}
		if (kind !== 'plural' && kind !== 'select') throw this.#wrong();
		this.#expect(',');
		const options = this.#options(kind === 'plural' ? name : undefined);
		if (!options.has('other')) throw this.#wrong();
		return { kind, name, options };
	}

	#options(counted: string | undefined): Map<string, Message> {
		const options = new Map<string, Message>();
		for (let key = this.#word(); key !== ''; key = this.#word()) {
			this.#expect('{');
			options.set(key, this.message(counted));
			this.#expect('}');
		}
		this.#expect('}');
		return options;
	}

	/** Takes a name with the spaces around it; empty where there is none. */
	#word(): string {
		const [taken, word = ''] = /^\s*([^\s{},]*)\s*/.exec(this.#text.slice(this.#at)) ?? [''];
		this.#at += taken.length;
		return word;
	}

	#expect(sign: string): void {
		if (this.#here !== sign) throw this.#wrong();
		this.#at += 1;
	}

	#take(length: number): string {
		this.#at += length;
		return this.#text.slice(this.#at - length, this.#at);
	}

	#wrong(): SyntaxError {
		return new SyntaxError(`At place ${this.#at} this is no message: "${this.#text}".`);
	}
}
