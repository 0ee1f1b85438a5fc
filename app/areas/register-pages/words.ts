import type { Translator } from '../../platform/i18n/messages.ts'

/** The reader's language. */
export type Words = Pick<Translator, 'language' | 'tag' | 't'>
