/** The first column: a code with its prefix, or four digits of a postcode. */
export const codeColumn = { column: 0, kind: 'postcode' } as const;
