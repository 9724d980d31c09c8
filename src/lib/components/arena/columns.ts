/** The four columns of the board, from left to right; the names are those of their colours. */
export const columnNames = ['inleg', 'doen', 'verandert', 'ontvangt'] as const;

export type ColumnName = (typeof columnNames)[number];
