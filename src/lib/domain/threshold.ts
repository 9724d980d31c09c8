import * as v from 'valibot';
import { isPlainObject } from './field.ts';
import { expected } from './reason.ts';

/** A hostile file can hold a million wrong names; after this many there is no point in going on. */
const problemLimit = 200;

const namePattern = /^[A-Z][0-9]{2}\.[a-zA-Z]+$/;
const nameText = expected('threshold-name');
const valueText = expected('threshold-value');

/** A group's own values for thresholds of critic rules, such as "D02.costShare": 0.3. */
export const thresholdsSchema = v.pipe(
	v.custom<object>(isPlainObject, expected('record')),
	v.rawTransform<object, Record<string, number | string[]>>(({ dataset, addIssue }) => {
		let problems = 0;
		const thresholds: Record<string, number | string[]> = {};
		for (const [name, value] of Object.entries(dataset.value)) {
			if (namePattern.test(name) && isThreshold(value)) thresholds[name] = value;
			else {
				const [message, input] = namePattern.test(name) ? [valueText, value] : [nameText, name];
				addIssue({ message, input, path: [pathItem(dataset.value, name)] });
				problems += 1;
			}
			if (problems >= problemLimit) break;
		}
		return thresholds;
	})
);

function isThreshold(value: unknown): value is number | string[] {
	if (Array.isArray(value)) return value.every((item) => typeof item === 'string');
	return typeof value === 'number' && Number.isFinite(value);
}

function pathItem(input: object, key: string): v.UnknownPathItem {
	return { type: 'unknown', origin: 'value', input, key, value: undefined };
}
