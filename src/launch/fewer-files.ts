import type { Plugin } from 'vite';

/** What the builder tells of a module: which modules import it. */
export type Modules = {
	getModuleInfo(id: string): { readonly importers: readonly string[] } | null;
};

const everyPage =
	/runtime\/client\/entry\.js$|client-optimized\/app\.js$|\/src\/routes\/\+layout\.svelte$/;
const page = /\/src\/routes\/(.+\.svelte)$/;
const workshopLayout = 'w/[id]/+layout.svelte';
const phone = 'w/[id]/phone/+page@.svelte';
/** What fewer pages share is not worth fetching by the other pages of a workshop. */
const manyPages = 8;
const severalOthers = 3;

/** Names the pages that fetch a module before they are drawn; undefined when every page does. */
function pagesWith(id: string, modules: Modules): readonly string[] | undefined {
	const seen = new Set([id]);
	for (const one of seen) {
		if (everyPage.test(one)) return undefined;
		for (const importer of modules.getModuleInfo(one)?.importers ?? []) seen.add(importer);
	}
	return [...seen].flatMap((one) => page.exec(one)?.[1] ?? []);
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
	const pages = pagesWith(id, modules);
	if (!pages) return 'site';
	const inEveryWorkshop = pages.includes(workshopLayout);
	const others = pages.filter((one) => !isInWorkshop(one));
	if (others.length > 0) {
		const isCommon = others.length >= severalOthers || others.includes(phone);
		return inEveryWorkshop && isCommon ? 'common' : null;
	}
	if (inEveryWorkshop) return 'workshop';
	return pages.length >= manyPages ? 'pages' : null;
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
