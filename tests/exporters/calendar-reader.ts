/** An event of a calendar file: its properties by name, with their parameters, texts as they were meant. */
export type ReadEvent = Readonly<
	Record<string, { readonly value: string; readonly parameters: string }>
>;

/**
 * Reads a calendar strictly by RFC 5545 (sections 3.1, 3.3.11 and 3.6.1), written apart from what
 * writes them: lines end with CR LF and have at most 75 octets, and what must be there is there once.
 *
 * @throws {Error} that says which line is wrong
 */
export function readCalendar(text: string): ReadEvent[] {
	if (!text.endsWith('\r\n')) throw new Error('The last line has no end.');
	const physical = text.slice(0, -2).split('\r\n');
	for (const line of physical) {
		if (/[\0-\x08\n-\x1f\x7f]/.test(line)) throw new Error(`A control stands in: ${line}`);
		if (Buffer.byteLength(line) > 75) throw new Error(`Longer than 75 octets: ${line}`);
	}
	const lines = physical.join('\r\n').replaceAll('\r\n ', '').split('\r\n').map(propertyOf);
	const names = lines.map(({ name, value }) => `${name}:${value}`);
	if (names[0] !== 'BEGIN:VCALENDAR' || names.at(-1) !== 'END:VCALENDAR')
		throw new Error('This is no calendar.');
	for (const once of ['VERSION', 'PRODID']) {
		if (lines.filter(({ name }) => name === once).length !== 1) throw new Error(`${once} once.`);
	}
	const starts = names.flatMap((name, place) => (name === 'BEGIN:VEVENT' ? [place] : []));
	return starts.map((start) => {
		const end = names.indexOf('END:VEVENT', start);
		return eventOf(lines.slice(start + 1, end));
	});
}

type Property = { readonly name: string; readonly parameters: string; readonly value: string };

function propertyOf(line: string): Property {
	const { name, parameters, value } =
		/^(?<name>[A-Z][A-Z0-9-]*)(?<parameters>(?:;[A-Z-]+=[^:;]+)*):(?<value>.*)$/su.exec(line)
			?.groups ?? {};
	if (name === undefined || parameters === undefined || value === undefined)
		throw new Error(`No property: ${line}`);
	return { name, parameters, value };
}

function eventOf(properties: readonly Property[]): ReadEvent {
	const event: Record<string, { value: string; parameters: string }> = {};
	for (const { name, parameters, value } of properties) {
		if (event[name]) throw new Error(`${name} stands there twice.`);
		const isText = ['SUMMARY', 'DESCRIPTION', 'UID'].includes(name);
		event[name] = { parameters, value: isText ? meant(value) : value };
	}
	if (!/^\d{8}T\d{6}Z$/.test(event['DTSTAMP']?.value ?? '')) throw new Error('No DTSTAMP in UTC.');
	if (!event['UID']?.value) throw new Error('No UID.');
	if (event['DTSTART']?.parameters !== ';VALUE=DATE') throw new Error('No whole day.');
	return event;
}

/** The text behind its escapes; a comma or semicolon may not stand without one. */
function meant(value: string): string {
	if (/(?:^|[^\\])(?:\\\\)*[,;]/.test(value)) throw new Error(`Not escaped: ${value}`);
	return value.replaceAll(/\\(.)/g, (_, letter: string) =>
		letter === 'n' || letter === 'N' ? '\n' : letter
	);
}
