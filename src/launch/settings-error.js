/** Says in one sentence which setting is wrong, what was found and what to write instead. */
export class SettingsError extends Error {
	/** Its message says it all to whoever starts the server. */
	forOperator = true;
}
