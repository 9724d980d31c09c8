import * as v from 'valibot';
import { because, expected, reason, reasonOf } from './reason.ts';

/** A hostile file can hold millions of wrong items; after this many there is no point in going on. */
const problemLimit = 200;

/** A list of records or values; a field that is left out is an empty list. */
export function listOf<Item extends v.GenericSchema>(item: Item) {
	return v.optional(filledListOf(item, 0), () => []);
}

/** A list in which nothing occurs twice; a field that is left out is an empty list. */
export function setOf<Item extends v.GenericSchema>(item: Item) {
	return v.optional(filledSetOf(item, 0), () => []);
}

/** A list in which nothing occurs twice, with a lowest number of items. */
export function filledSetOf<Item extends v.GenericSchema>(item: Item, atLeast: number) {
	return v.pipe(
		filledListOf(item, atLeast),
		v.rawCheck(({ dataset, addIssue }) => {
			if (!dataset.typed) return;
			const { value } = dataset;
			const seen = new Set<unknown>();
			const index = value.findIndex((entry) => seen.size === seen.add(entry).size);
			if (index < 0) return;
			const twice = reason('twice', { value: String(value[index]) });
			addIssue({ message: because(() => twice), path: [pathItem(value, index)] });
		})
	);
}

export function filledListOf<Item extends v.GenericSchema>(item: Item, atLeast: number) {
	const schema = v.pipe(
		// What its items are is said twice: whoever describes the list sees the steps it is read in.
		Object.assign(v.array(v.unknown(), expected('list')), { items: item }),
		v.minLength(
			atLeast,
			because(() => reason('empty-list'))
		),
		v.rawTransform<unknown[], v.InferOutput<Item>[]>(({ dataset, addIssue, NEVER }) => {
			let problems = 0;
			const items: v.InferOutput<Item>[] = [];
			for (const [index, value] of dataset.value.entries()) {
				const result = v.safeParse(item, value);
				if (result.success) items.push(result.output);
				for (const issue of result.issues ?? []) {
					const path: v.IssuePathItem[] = issue.path ?? [];
					addIssue({
						message: because(() => reasonOf(issue)),
						path: [pathItem(dataset.value, index), ...path]
					});
					problems += 1;
				}
				if (problems >= problemLimit) return NEVER;
			}
			return items;
		})
	);
	return Object.assign(schema, { item });
}

function pathItem(input: unknown[], key: number): v.ArrayPathItem {
	return { type: 'array', origin: 'value', input, key, value: input[key] };
}
