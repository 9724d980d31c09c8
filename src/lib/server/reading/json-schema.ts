import { toJsonSchema } from '@valibot/to-json-schema';
import type * as v from 'valibot';

/**
 * Writes a schema of ours as JSON Schema, as what it gives out. What it checks beyond the shape has no
 * words there and is left out.
 */
export function jsonSchemaOf(schema: v.GenericSchema): object {
	return toJsonSchema(schema, {
		errorMode: 'ignore',
		typeMode: 'output',
		// Lists of the workshop file read their items one by one, so that a wrong one has its own sentence.
		overrideSchema: ({ valibotSchema }) =>
			hasItems(valibotSchema)
				? { type: 'array', items: withoutDialect(valibotSchema.items) }
				: undefined
	});
}

/** A schema inside another does not say again in which dialect it is written. */
function withoutDialect(schema: v.GenericSchema): object {
	const { $schema: _, ...inner } = jsonSchemaOf(schema) as { $schema?: string };
	return inner;
}

/** Tells whether a schema is a list that says so itself; tuples have several items. */
function hasItems(
	schema: v.GenericSchema
): schema is v.GenericSchema & { readonly items: v.GenericSchema } {
	return schema.type === 'array' && 'items' in schema;
}
