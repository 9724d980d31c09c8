/**
 * Why something is refused or left out, in English: what, and what to do; `{name}` is filled in.
 * `at` is a character of a formula, counted from 1.
 */
export const sentences = {
	'amount-and-formula': 'Both amount and formula are filled. Empty one of the two.',
	blind:
		'An open round may not carry estimates: they are blind. Reveal the round or leave the estimates out.',
	'challenge-moved':
		'The {kind} "{id}" is not there any more. This challenge is put to the whole workshop.',
	'empty-list': 'This list is empty. Add at least one item.',
	'empty-text': 'This text is empty. Write at least one character.',
	'file-too-large':
		'This file is larger than the 5 MB that is read. Leave out old measurements or split it.',
	foreign:
		'This is not a workshop file: its format must be "{format}". Choose a file that was exported as a workshop.',
	'formula-argument': '{name} takes one value (at character {at} of the formula).',
	'formula-arguments': '{name} takes one value or more (at character {at} of the formula).',
	'formula-depth': 'Brackets go at most {most} deep (at character {at} of the formula).',
	'formula-empty': 'A formula needs a name or a number (at character {at} of the formula).',
	'formula-function':
		'{name} is not a function that can be used; these can: {functions} (at character {at} of the formula).',
	'formula-input':
		'The formula uses {names}, but inputs has no such name. Add an input or change the formula.',
	'formula-long': 'A formula has at most {most} characters (at character {at} of the formula).',
	'formula-name': '"{name}" is too long for a name. Use at most 40 characters.',
	'formula-name-of-function':
		'{name} is a function: write {name} with brackets behind it (at character {at} of the formula).',
	'formula-number':
		'Only finite numbers and names can be used here (at character {at} of the formula).',
	'formula-operand': '{operator} needs a value on both sides (at character {at} of the formula).',
	'formula-operator':
		'{operator} is not an operator that can be used (at character {at} of the formula).',
	'formula-operator-missing':
		'An operator such as * is missing before this (at character {at} of the formula).',
	'formula-sign':
		'{sign} cannot be used: a formula has names, numbers, + - * / ^, brackets and commas (at character {at} of the formula).',
	'formula-size':
		'A formula has at most {most} names, numbers and operations (at character {at} of the formula).',
	'formula-syntax':
		'The formula is not complete or not right here (at character {at} of the formula).',
	'formula-unknown': 'This cannot be used in a formula (at character {at} of the formula).',
	'left-out': 'This field is not part of a workshop file and is left out.',
	loop: 'This makes a loop: {ids}. Take one of these links out.',
	'low-above-high': 'low {low} is above high {high}. Swap them.',
	missing: 'The field "{field}" is missing. Add it.',
	newer:
		'This file has version {version}, which is newer than version {known} that is read here. Update the program, or export the file again as version {known}.',
	'not-json': 'This file is not JSON: {reason}. Choose a workshop file.',
	'not-on-calendar': '{date} is not on the calendar. Choose another day.',
	'not-there': 'There is no "{id}" in {list}. Add it there or refer to one that exists.',
	'not-utf-8': 'This file is not UTF-8 text. Save it as UTF-8 and try again.',
	'number-too-large': 'This number is too large to compute with. Write a smaller number.',
	order:
		'low {low}, likely {likely} and high {high} are not in order. Make low the lowest and high the highest.',
	other: '{message}',
	'round-amount': '{value} cannot be an estimate of {field}. Give a number of 0 or more.',
	'round-field': 'The effect has no "{name}" in its {list}. Add it there or leave this round out.',
	'round-left-out': 'The effect "{effect}" has no {field} any more. This round is left out.',
	'round-share': '{value} cannot be an estimate of {field}. Give a number from 0 to 1.',
	'session-only': 'This belongs to the session, which an import leaves as it is.',
	shares:
		'The shares add up to {total} at their highest values, which is more than the whole effect. Lower them to 1 together.',
	'text-too-long': 'This text is longer than 16,000 letters. Shorten it, or put a part elsewhere.',
	twice: '{value} is in this list twice. Remove one of the two.',
	'used-twice':
		'"{value}" is used twice in this list. Give it another value or remove one of the two.',
	'wrong-value': 'Found {found}, but this must be {expected}.',
	'wrong-workshop': '"{id}" is not the id of this workshop. Use the id in workshop.id.'
} as const;

export type ReasonCode = keyof typeof sentences;
