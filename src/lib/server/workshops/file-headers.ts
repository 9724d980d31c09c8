/**
 * Headers of a workshop file.
 *
 * @param title names the file that a browser saves, where `download` is true
 */
export function fileHeaders(title: string, download: boolean): Headers {
	const headers = new Headers({
		'content-type': 'application/json; charset=utf-8',
		'cache-control': 'no-store'
	});
	if (download) headers.set('content-disposition', `attachment; ${fileName(title)}`);
	return headers;
}

/** The name twice, as RFC 6266 asks: in ASCII for old programs, and in full. */
function fileName(title: string): string {
	const name =
		[...title.toWellFormed()]
			.slice(0, 80)
			.join('')
			.replaceAll(/[\s\p{Cc}\p{Cf}"*/:<>?\\|]+/gu, ' ')
			.trim() || 'workshop';
	const ascii =
		name
			.normalize('NFKD')
			.replaceAll(/[^\x20-\x7e]/g, '')
			.trim() || 'workshop';
	const full = encodeURIComponent(`${name}.json`).replaceAll(/['()]/g, percent);
	return `filename="${ascii}.json"; filename*=UTF-8''${full}`;
}

function percent(character: string): string {
	return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
