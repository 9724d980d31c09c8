import type { Plugin } from 'vite';

/** What the builder tells of a module: which modules import it. */
export type Modules = {
	getModuleInfo(id: string): { readonly importers: readonly string[] } | null;
};

const everyPage =
	/runtime\/client\/entry\.js$|client-optimized\/app\.js$|\/src\/routes\/\+layout\.svelte$/;
const page = /\/src\/routes\/(.+\.svelte)$/;
const workshopLayout = 'w/[id]/+layout.svelte';
/** Pages that have to be light: a phone's, and the one for errors, which every page fetches. */
const light = ['w/[id]/phone/+page@.svelte', '+error.svelte'];
/** What the built-in critic is made of; every page that asks for it does so after it is drawn. */
const critic = /\/domain\/critic\/(criticise|record-rule|rules\/index)\.ts$/;
/** What fewer pages share is not worth fetching by the other pages of a workshop. */
const manyPages = 5;
const severalOthers = 3;

/** The module itself and whatever fetches it by importing it, however far up. */
function withImporters(id: string, modules: Modules): readonly string[] {
	const seen = new Set([id]);
	for (const one of seen) {
		for (const importer of modules.getModuleInfo(one)?.importers ?? []) seen.add(importer);
	}
	return [...seen];
}

function isInWorkshop(place: string): boolean {
	return place.startsWith('w/[id]/') && !place.includes('@');
}

/**
 * Gives the name of the file that a module goes into; null leaves it to the builder, which makes a file
 * per set of pages. What a module needs is fetched by at least the same pages, so that no two files
 * wait for each other.
 */
export function fileOf(id: string, modules: Modules): string | null {
	if (id.includes('/client-optimized/')) return null;
	const fetching = withImporters(id, modules);
	if (fetching.some((one) => everyPage.test(one))) return 'site';
	const pages = fetching.flatMap((one) => page.exec(one)?.[1] ?? []);
	if (pages.length === 0) return fetching.some((one) => critic.test(one)) ? 'critic' : null;
	const inEveryWorkshop = pages.includes(workshopLayout);
	const others = pages.filter((one) => !isInWorkshop(one));
	if (others.length === 0 && inEveryWorkshop) return 'workshop';
	if (others.length === 0) return pages.length >= manyPages ? 'pages' : null;
	const isLight = others.some((one) => light.includes(one));
	if (inEveryWorkshop && (isLight || others.length >= severalOthers)) return 'common';
	if (isLight) return null;
	if (inEveryWorkshop) return 'shared';
	return pages.length >= manyPages ? 'wide' : null;
}

/** Brings together what pages share: a browser fetches a few files sooner than a hundred small ones. */
export function fewerFiles(): Plugin {
	return {
		name: 'tegenwicht-fewer-files',
		configEnvironment(name) {
			if (name !== 'client') return undefined;
			const groups = [{ name: fileOf, debugName: 'shared by pages' }];
			const codeSplitting = { includeDependenciesRecursively: false, groups };
			return {
				build: {
					rolldownOptions: {
						// Kit asks for the exports of its files by name; more of them do no harm.
						preserveEntrySignatures: 'allow-extension' as const,
						output: { codeSplitting }
					}
				}
			};
		}
	};
}
