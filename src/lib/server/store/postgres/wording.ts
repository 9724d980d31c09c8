import type { QueryConfig } from 'pg';
import type { Statement, Value } from '../statements/statement.ts';

/** Statements that were sent before, with the name under which every connection keeps them prepared. */
const known = new Map<string, { readonly name: string; readonly text: string }>();

/** Puts a statement in the words of PostgreSQL: its places are numbered. */
export function inPostgres({ sql, values, once }: Statement): QueryConfig {
	const wording = once ? { text: numbered(sql) } : prepared(sql);
	return { ...wording, values: values.map(keepable) };
}

function prepared(sql: string): { readonly name: string; readonly text: string } {
	const found = known.get(sql);
	if (found) return found;
	const fresh = { name: `tegenwicht${known.size}`, text: numbered(sql) };
	known.set(sql, fresh);
	return fresh;
}

function numbered(sql: string): string {
	let place = 0;
	return sql.replace(/\?/g, () => `$${(place += 1)}`);
}

/** PostgreSQL keeps every character but this one, which is written as the sign for an unknown one. */
export function keepable(value: Value): Value {
	return typeof value === 'string' ? value.replaceAll('\0', '\uFFFD') : value;
}
