import type { Dialect } from '../dialect.ts';

/** How PostgreSQL wants to be told. */
export const postgresDialect: Dialect = {
	greatest: 'greatest',
	listed: {
		texts: '(SELECT json_array_elements_text(CAST(? AS json)))',
		numbers: '(SELECT CAST(json_array_elements_text(CAST(? AS json)) AS BIGINT))'
	},
	jsonList: (column) => `CAST(json_agg(DISTINCT ${column}) AS TEXT)`,
	rowsAtOnce: 1000
};
