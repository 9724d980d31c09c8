import { jsonSchemaOf } from './json-schema.ts';
import { answers, type Answer } from './schemas.ts';

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
			Object.entries(answers).map(([path, answer]) => [
				path,
				{ get: operation(path, answer, origin) }
			])
		)
	};
}

function operation(path: string, { summary, schema, query }: Answer, origin: string): object {
	const address = `${origin}${path}${query ? `?${query.name}=${query.example}` : ''}`;
	const source = `curl -H "Authorization: Bearer $KEY" ${address}`;
	return {
		summary,
		...(query && { parameters: [parameter(query)] }),
		'x-codeSamples': [{ lang: 'Shell', source }],
		responses: {
			200: {
				description: summary,
				content: { 'application/json': { schema: jsonSchemaOf(schema) } }
			},
			403: refusal
		}
	};
}

function parameter({ name, about, example }: NonNullable<Answer['query']>): object {
	return {
		...{ name, in: 'query', description: about, explode: true },
		schema: { type: 'array', items: { type: 'string' } },
		example: [example]
	};
}
