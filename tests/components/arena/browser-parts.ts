/** What every browser has and jsdom lacks; nothing here decides anything that a test looks at. */

globalThis.ResizeObserver ??= class {
	observe(): void {}
	unobserve(): void {}
	disconnect(): void {}
};

const dialog = HTMLDialogElement.prototype;
dialog.showModal = function (this: HTMLDialogElement) {
	this.setAttribute('open', '');
};
dialog.close = function (this: HTMLDialogElement) {
	this.removeAttribute('open');
};

const element = HTMLElement.prototype;
element.showPopover ??= () => {};
element.hidePopover ??= () => {};
element.scrollIntoView ??= () => {};
