/** Props of a field whose value is stored outside of it, as the workshop does. */
export function storedProps<Props extends Record<string, unknown>>(props: Props): Props {
	const stored = $state(props);
	return stored;
}
