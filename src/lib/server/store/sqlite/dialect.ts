import type { Dialect } from '../dialect.ts';

export const sqliteDialect: Dialect = {
	greatest: 'max',
	listed: {
		texts: '(SELECT value FROM json_each(?))',
		numbers: '(SELECT value FROM json_each(?))'
	},
	jsonList: (column) => `json_group_array(DISTINCT ${column})`,
	rowsAtOnce: 1
};
