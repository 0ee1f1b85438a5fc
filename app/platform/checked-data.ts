/** Data files that were checked when the server was put into one file, by name within `data/`. In the sources: none. */
export const checkedData: Readonly<Record<string, unknown>> = {}
