/** A key by which another program reads one workshop; only its hash is kept. */
export type ApiTokenRow = {
	readonly id: string;
	readonly workshopId: string;
	/** What it is for, in the words of who made it. */
	readonly label: string;
	readonly tokenHash: Uint8Array;
	/** Milliseconds since 1970. */
	readonly createdAt: number;
};

/** Keys for other programs. */
export interface ApiTokenStore {
	addApiToken(token: ApiTokenRow): Promise<void>;
	/** In order of making. */
	listApiTokens(workshopId: string): Promise<ApiTokenRow[]>;
	findApiToken(tokenHash: Uint8Array): Promise<ApiTokenRow | undefined>;
	/** Ends a key at once; tells whether the workshop had it. */
	removeApiToken(workshopId: string, id: string): Promise<boolean>;
}
