import { buildWhenStale, commandLine } from './build-when-stale.js';

buildWhenStale(commandLine);
await import(new URL('../../build-cli/main.js', import.meta.url).href);
