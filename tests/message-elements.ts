/** Looks into the messages of a catalogue. */
import { type MessageFormatElement, type PluralElement, parse, TYPE } from '@formatjs/icu-messageformat-parser'

/** Every element of a message, those within plurals and selections included. @throws where it is no ICU message. */
export function elementsOf(message: string): MessageFormatElement[] {
  const within = (elements: readonly MessageFormatElement[]): MessageFormatElement[] =>
    elements.flatMap((element) => [element, ...optionsOf(element).flatMap(within)])
  return within(parse(message, { ignoreTag: true }))
}

function optionsOf(element: MessageFormatElement): MessageFormatElement[][] {
  if (element.type !== TYPE.plural && element.type !== TYPE.select) return []
  return Object.values(element.options).map(({ value }) => value)
}

export function pluralsOf(message: string): PluralElement[] {
  return elementsOf(message).filter((element) => element.type === TYPE.plural)
}

/** What a message says in so many words, piece by piece, without what is put into it. */
export function wordsOf(message: string): string[] {
  return elementsOf(message).flatMap((element) => (element.type === TYPE.literal ? [element.value] : []))
}
