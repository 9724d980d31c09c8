import * as v from 'valibot';

/** Gives a value as a schema reads it; undefined when it is not what belongs there. */
export function usable<Schema extends v.GenericSchema>(
	schema: Schema,
	value: unknown
): v.InferOutput<Schema> | undefined {
	const result = v.safeParse(schema, value);
	return result.success ? result.output : undefined;
}
