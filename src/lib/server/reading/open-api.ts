import { toJsonSchema } from '@valibot/to-json-schema';
import type * as v from 'valibot';
import { answers } from './schemas.ts';

const refusal = {
	description: 'No key, or one that opens nothing (any more).',
	content: {
		'application/json': {
			schema: {
				type: 'object',
				properties: {
					error: {
						type: 'object',
						properties: { code: { type: 'string' }, message: { type: 'string' } }
					}
				}
			}
		}
	}
};

/** Describes what other programs can read, made from the schemas of the answers: OpenAPI 3.1. */
export function openApi(origin: string): object {
	return {
		openapi: '3.1.0',
		info: {
			title: 'Tegenwicht',
			version: '1',
			description:
				'Reads one workshop. A facilitator makes a key under Save and share; it opens only that workshop, can change nothing, and can be ended at any moment.'
		},
		servers: [{ url: origin }],
		components: { securitySchemes: { key: { type: 'http', scheme: 'bearer' } } },
		security: [{ key: [] }],
		paths: Object.fromEntries(
			Object.entries(answers).map(([path, { summary, schema }]) => [
				path,
				{ get: operation(path, { summary, schema, origin }) }
			])
		)
	};
}

type Described = {
	readonly summary: string;
	readonly schema: v.GenericSchema;
	readonly origin: string;
};

function operation(path: string, { summary, schema, origin }: Described): object {
	const source = `curl -H "Authorization: Bearer $KEY" ${origin}${path}`;
	// What a schema checks beyond its shape has no words in JSON Schema, and is left out.
	const shape = toJsonSchema(schema, { errorMode: 'ignore', typeMode: 'output' });
	return {
		summary,
		'x-codeSamples': [{ lang: 'Shell', source }],
		responses: {
			200: { description: summary, content: { 'application/json': { schema: shape } } },
			403: refusal
		}
	};
}
