import * as v from 'valibot';
import { inputSchema } from '#lib/domain/effect.ts';
import { reasonOf } from '#lib/domain/reason.ts';
import { keyOf } from '../key.ts';
import { mapIn } from '../maps.ts';
import { readOrder, readRecord } from '../reading/read-record.ts';
import { gone, unfit, type Refusal } from '../refusal.ts';
import type { Fields } from '../schema.ts';
import { recordFields, type ItemsField } from '../shape.ts';
import { refuseOutcome, surroundingsOf } from './checking.ts';
import { itemsIn } from './items.ts';
import { taken } from './records.ts';
import { newItemMap, writeValue } from './write-fields.ts';
import type { Writing } from './writing.ts';

type Renaming = { readonly effectId: string; readonly from: string; readonly to: string };

/** Gives an input of an effect another name, in its formula as well. */
export function renameInput(
	writing: Writing,
	{ effectId, from, to }: Renaming
): Refusal | undefined {
	const place = { kind: 'effect', id: effectId, list: 'inputs' } as const;
	const effect = mapIn(writing.maps.effect, keyOf(effectId));
	const inputs = itemsIn(writing, place);
	if (!effect || !inputs?.has(keyOf(from))) return gone(`inputs.${from}`, from);
	const name = v.safeParse(inputSchema.entries.name, to);
	if (!name.success) return unfit(`inputs.${from}.name`, reasonOf(name.issues[0]));
	if (inputs.has(keyOf(to))) return { ...taken(to), path: `inputs.${from}.name` };
	const before = readRecord('effect', effectId, effect);
	const renamed = renamedFields(before.fields, from, to);
	const after = { ...before, fields: renamed };
	const surroundings = surroundingsOf(writing.maps);
	const refusal = refuseOutcome({ kind: 'effect', before, after, surroundings });
	if (refusal) return refusal;
	const fields = (renamed['inputs'] as readonly Fields[]).find((input) => input['name'] === to);
	const order = readOrder(mapIn(inputs, keyOf(from)) ?? inputs);
	writing.commit(() => {
		inputs.delete(keyOf(from));
		const shape = recordFields.effect['inputs'] as ItemsField;
		inputs.set(keyOf(to), newItemMap(shape, { ...fields }, order));
		writeValue(effect, 'formula', renamed['formula']);
	});
	return undefined;
}

function renamedFields(fields: Fields, from: string, to: string): Fields {
	const inputs = (fields['inputs'] as readonly Fields[]).map((input) =>
		input['name'] === from ? { ...input, name: to } : input
	);
	return { ...fields, inputs, formula: renameInFormula(String(fields['formula']), from, to) };
}

/** Replaces a name where it stands on its own and is no function. */
function renameInFormula(formula: string, from: string, to: string): string {
	return formula.replace(/[A-Za-z_][A-Za-z0-9_]*(?!\s*\()/g, (name) => (name === from ? to : name));
}
