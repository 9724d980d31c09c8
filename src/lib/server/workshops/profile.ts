import * as v from 'valibot';
import { idSchema } from '#lib/domain/identifier.ts';

/** Longest name of a person, in characters. */
const longestName = 60;

/** What somebody wants to be called; blank means no name. */
export const nameSchema = v.nullable(
	v.pipe(
		v.string(),
		v.transform((text) => text.replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim()),
		v.maxLength(longestName, `A name has at most ${longestName} characters.`),
		v.transform((text) => text || null)
	)
);

/** The party somebody sits at the table for; null for none. */
export const partyIdSchema = v.nullable(idSchema);
