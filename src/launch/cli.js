import { buildWhenStale, commandLine } from './build-when-stale.js';
import { refuse } from './refuse.js';

try {
	buildWhenStale(commandLine);
} catch (error) {
	refuse(error);
}
await import(new URL('../../build-cli/main.js', import.meta.url).href);
