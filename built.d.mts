/**
 * The path of the one file that the server is in, unless a source is another than it was made of.
 *
 * @param from where `scripts/build-server.ts` has put it. @param sources of what.
 */
export function asNewAsItsSources(from?: string, sources?: string): string | undefined
