import { kindOfCode, municipalityOf, readAreaCode } from '#lib/domain/area/area-code.ts';
import type { CodeKind } from '#lib/domain/area/area-code.ts';
import { clean, cleanSigns } from '../cells/clean.ts';
import type { Accumulator } from '../accumulator.ts';
import type { Row } from '../csv/parse.ts';
import type { AreaColumns } from '../plan.ts';
import type { Surroundings } from '../settings.ts';

type NamedArea = Surroundings['areas'][number];

const levels = new Map<string, CodeKind>([
	...['buurt', 'neighbourhood', 'bu'].map((word) => [word, 'neighbourhood'] as const),
	...['wijk', 'district', 'wk'].map((word) => [word, 'district'] as const),
	...['gemeente', 'municipality', 'gm'].map((word) => [word, 'municipality'] as const),
	...['land', 'country'].map((word) => [word, 'country'] as const)
]);

/** More unknown codes than this are not told one by one. */
const mostTold = 20;

type CodePlace = {
	readonly column: number;
	readonly kind?: CodeKind;
	readonly name?: number;
	readonly municipality?: number;
};

/** Reads a word such as "Wijk" for a size of area. */
export function readLevel(text: string): CodeKind | undefined {
	return levels.get(clean(text).toLowerCase());
}

/** Finds the area that a row is about, by its code or, where there is none, by its name. */
export class AreaFinder {
	readonly #byName = new Map<string, NamedArea[]>();
	readonly #known = new Set<string>();
	readonly #kinds = new Set<CodeKind | undefined>();
	readonly #municipalities = new Map<string, string>();
	readonly #into: Accumulator;
	readonly #read = new Map<string, string | undefined>();
	/** Codes that are not in the list of areas, with the line on which they stand first. */
	readonly #unknown = new Map<string, number>();

	constructor(surroundings: Surroundings, into: Accumulator) {
		this.#into = into;
		for (const area of surroundings.areas) {
			this.#known.add(area.code);
			this.#kinds.add(kindOfCode(area.code));
			const name = area.name.toLowerCase();
			this.#byName.set(name, [...(this.#byName.get(name) ?? []), area]);
			if (area.code.startsWith('GM')) this.#municipalities.set(name, area.code);
		}
	}

	/** The code of the row's area; undefined after telling what is wrong with it. */
	find(row: Row, columns: AreaColumns): string | undefined {
		const { code, name, municipality, fixed } = columns;
		if (fixed) {
			this.#into.addArea(fixed);
			return fixed.code;
		}
		if (code)
			return this.#byCode(row, { column: code.column, kind: code.kind, name, municipality });
		return name === undefined ? undefined : this.#byNameOf(row, columns);
	}

	#byCode(row: Row, { column, kind, name, municipality }: CodePlace) {
		const cell = row.cells[column] ?? '';
		const found = this.#readOnce(cell, kind);
		if (!found) {
			this.#into.problems.add('bad-code', row.line, { found: clean(cell).slice(0, 40) });
			return undefined;
		}
		this.#into.addArea({
			code: found,
			name: name === undefined ? '' : clean(row.cells[name] ?? '')
		});
		if (municipality !== undefined) this.#nameMunicipality(found, row.cells[municipality] ?? '');
		this.#noticeUnknown(found, row.line);
		return found;
	}

	#nameMunicipality(code: string, name: string): void {
		const inside = municipalityOf(code);
		const names = this.#into.municipalityNames;
		if (inside && !names.has(inside)) names.set(inside, clean(name));
	}

	#readOnce(cell: string, kind: CodeKind | undefined): string | undefined {
		if (!this.#read.has(cell)) this.#read.set(cell, readAreaCode(cleanSigns(cell), kind));
		return this.#read.get(cell);
	}

	/** Only where areas of that kind are known at all. */
	#noticeUnknown(code: string, line: number): void {
		if (this.#known.has(code) || this.#unknown.has(code)) return;
		if (this.#kinds.has(kindOfCode(code))) this.#unknown.set(code, line);
	}

	/** Tells which codes nobody knows: a few may be mistakes, many are other areas. */
	finish(): void {
		const { problems } = this.#into;
		if (this.#unknown.size > mostTold) {
			problems.add('other-areas', undefined, { count: this.#unknown.size });
			return;
		}
		for (const [code, line] of this.#unknown) problems.add('unknown-area-code', line, { code });
	}

	/** A name that may be two areas is never guessed. */
	#byNameOf(row: Row, columns: AreaColumns): string | undefined {
		const name = clean(row.cells[columns.name ?? -1] ?? '');
		const level = readLevel(row.cells[columns.level ?? -1] ?? '');
		const place = clean(row.cells[columns.municipality ?? -1] ?? '').toLowerCase();
		const municipality = this.#municipalities.get(place);
		const fitting = (this.#byName.get(name.toLowerCase()) ?? []).filter(
			({ code }) =>
				(!level || kindOfCode(code) === level) &&
				(place === '' || (municipality !== undefined && municipalityOf(code) === municipality))
		);
		const [only, other] = fitting;
		if (only && !other) {
			this.#into.addArea(only);
			return only.code;
		}
		if (!only) this.#into.problems.add('unknown-area-name', row.line, { name: name.slice(0, 60) });
		else {
			const codes = fitting.slice(0, 6).map(({ code }) => code);
			this.#into.problems.add('ambiguous-area', row.line, { name, codes: codes.join(', ') });
		}
		return undefined;
	}
}
