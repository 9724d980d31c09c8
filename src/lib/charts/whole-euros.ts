/** Rounds an amount for a table that is saved: cents would promise more than anybody knows. */
export function wholeEuros(euros: number): number {
	// Adding nothing takes the sign from a zero.
	return Math.round(euros) + 0;
}
