import { afterAll, beforeAll, describe } from 'vitest';
import { behavesAsStore } from './behaviour.ts';
import { keepsFigures } from './figures.ts';
import { keepsHistory } from './history-behaviour.ts';
import { findPostgres, startCluster, type Cluster } from './postgres/cluster.ts';
import { Databases } from './postgres/databases.ts';
import { keepsTerms } from './retention-behaviour.ts';

const programs = findPostgres();
let numbered = 0;
const newId = () => `id${(numbered += 1)}`;

describe.runIf(programs)('the PostgreSQL store', () => {
	let cluster: Cluster;
	let databases: Databases;

	beforeAll(async () => {
		cluster = await startCluster(programs!, { durable: false });
		databases = new Databases(cluster);
	}, 60_000);
	afterAll(() => cluster.discard());

	const openEmpty = (now: () => number) => databases.open({ now, newId });
	behavesAsStore(openEmpty);
	keepsFigures(openEmpty);
	keepsHistory(openEmpty);
	keepsTerms(openEmpty);
});
