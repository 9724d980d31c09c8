const letters = 'abcdefghijklmnopqrstuvwxyz';
const signs = letters + '0123456789';
const length = 16;

/** Makes an id that no other browser makes: sixteen letters and digits, 82 bits of chance. */
export function newId(): string {
	const chance = crypto.getRandomValues(new Uint32Array(length));
	return Array.from(chance, (number, place) => {
		const choice = place === 0 ? letters : signs;
		return choice.charAt(number % choice.length);
	}).join('');
}
