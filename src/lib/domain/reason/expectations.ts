/** What can belong in a field; `{name}` is filled in. Every language says it in its own words. */
export const expectations = {
	'above-zero': 'a number above 0: a range without a best guess is lognormal',
	date: 'a date as "2027-09-30"',
	exactly: '{value}',
	flag: 'true or false',
	haircuts: 'a list of six shares, for evidence level 0 to 5',
	id: 'an id: a lowercase letter or digit, then at most 63 lowercase letters, digits or hyphens',
	'input-name': 'a name of letters, digits and _ that starts with no digit, at most 40 long',
	list: 'a list',
	month: 'a month as "2027-09"',
	number: 'a number without quotes',
	'number-between': 'a number from {lowest} to {highest}',
	'number-from': 'a number of {lowest} or more',
	period: 'a year "2027", a quarter "2027-Q3" or a month "2027-09"',
	quantity: 'a number, a range with low, likely and high, or null',
	record: 'an object with fields',
	'round-field': 'a quantity of an effect: {fields}, inputs.NAME or recipients.PARTY',
	'rule-id': 'the id of a critic rule, such as "E06"',
	text: 'a text between quotes',
	'threshold-name': 'the name of a threshold, such as D02.costShare',
	'threshold-value': 'a number or a list of texts',
	'whole-between': 'a whole number from {lowest} to {highest}',
	'whole-from': 'a whole number of {lowest} or more',
	word: 'one of {words}'
} as const;

export type Expectation = keyof typeof expectations;
