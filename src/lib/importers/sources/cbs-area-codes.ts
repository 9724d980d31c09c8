import { readAreaCode, type CodeKind } from '#lib/domain/area/area-code.ts';
import { clean } from '../cells/clean.ts';
import { fits } from '../sheet/read-rows.ts';
import type { SheetSource } from '../source.ts';

const kinds = new Map<string, CodeKind>([
	['buurt', 'neighbourhood'],
	['wijk', 'district'],
	['gemeente', 'municipality']
]);

function kindOf(header = ''): CodeKind | undefined {
	return kinds.get(/^(buurt|wijk|gemeente)20\d\d$/i.exec(header)?.[1]?.toLowerCase() ?? '');
}

/** Codes with names of one year, as Statistics Netherlands publishes them; with these, names can be read. */
export const cbsAreaCodes: SheetSource = {
	id: 'cbs-area-codes',
	recognises: ({ headers }) => headers.length === 2 && kindOf(headers[0]) !== undefined,
	read: (reading) => {
		const { sheet, into } = reading;
		const kind = kindOf(sheet.headers[0]);
		into.vintage = Number(sheet.headers[0]?.slice(-4));
		for (const row of sheet.rows) {
			if (!fits(row, reading)) continue;
			const [cell = '', name = ''] = row.cells.map(clean);
			const code = readAreaCode(cell, kind);
			if (code) into.addArea({ code, name });
			else into.problems.add('bad-code', row.line, { found: cell.slice(0, 40) });
		}
	}
};
