/**
 * What families mean by their own words. Each language brings phrases by kind of service, and phrases of acute danger
 * (`data/phrases`). What is typed is compared word by word, in every language, with word forms and typing errors.
 */

/** Phrases of one language, as its data file has them. */
export interface LanguagePhrases {
  readonly language: string
  /** Words that say nothing about what is looked for. */
  readonly little: readonly string[]
  readonly urgent: readonly string[]
  readonly kinds: Readonly<Record<string, readonly string[]>>
}

/** How the words of a language are made comparable. */
export interface WordForms {
  /** Words in lower case without accents; each in the ways it is written. */
  wordsOf(text: string): readonly (readonly string[])[]
  /** What the forms of one word have in common. */
  stemOf(word: string): string
  /** How many letters have to change to make one word of the other. */
  distance(one: string, other: string): number
}

/** All stems of a language, side by side: a mistyped word is held against each of them. */
interface Stems {
  readonly texts: readonly string[]
  /** Of each, its index into `vocabulary`. */
  readonly numbers: readonly number[]
  /** Of each, which letters it has (`lettersOf`). */
  readonly letters: Int32Array
}

interface Phrase {
  readonly kind: string
  /** Indices into `vocabulary`. */
  readonly words: readonly number[]
  /** What knowing all its words is worth. */
  readonly weight: number
}

export interface LanguageIndex {
  readonly language: string
  readonly forms: WordForms
  readonly little: ReadonlySet<string>
  readonly vocabulary: readonly {
    readonly stem: string
    readonly weight: number
    readonly phrases: readonly number[]
  }[]
  readonly byStem: ReadonlyMap<string, number>
  readonly stems: Stems
  readonly phrases: readonly Phrase[]
}

export interface Meaning {
  /** Kinds of service, the likeliest first; `score` from 0 to 1. */
  readonly kinds: readonly { readonly kind: string; readonly score: number }[]
  /** Somebody may be in danger at this moment. */
  readonly urgent: boolean
  /** One language knows all words that say something: none of them looks like a name. */
  readonly understood: boolean
}

const urgentKind = 'urgent'

export function indexPhrases(phrases: LanguagePhrases, forms: WordForms): LanguageIndex {
  const little = new Set(phrases.little.flatMap((word) => forms.wordsOf(word).flat()))
  const texts = [
    ...Object.entries(phrases.kinds).flatMap(([kind, all]) => all.map((text) => ({ kind, text }))),
    ...phrases.urgent.map((text) => ({ kind: urgentKind, text })),
  ]
  const byStem = new Map<string, number>()
  const stems: string[] = []
  const numberOf = (ways: readonly string[]): number => {
    const [first = ''] = ways
    const number = byStem.get(forms.stemOf(first)) ?? stems.push(forms.stemOf(first)) - 1
    for (const way of ways) if (!byStem.has(forms.stemOf(way))) byStem.set(forms.stemOf(way), number)
    return number
  }
  const split = texts.map(({ kind, text }) => {
    const all = forms.wordsOf(text)
    const telling = all.filter((ways) => !ways.some((way) => little.has(way)))
    return { kind, words: [...new Set((telling.length > 0 ? telling : all).map(numberOf))] }
  })
  const places = stems.map((): number[] => [])
  split.forEach(({ words }, index) => {
    for (const word of words) places[word]?.push(index)
  })
  const weights = places.map((found) => Math.log(1 + split.length / found.length))
  return {
    language: phrases.language,
    forms,
    little,
    vocabulary: stems.map((stem, index) => ({ stem, weight: weights[index] ?? 0, phrases: places[index] ?? [] })),
    byStem,
    stems: {
      texts: [...byStem.keys()],
      numbers: [...byStem.values()],
      letters: Int32Array.from(byStem.keys(), lettersOf),
    },
    phrases: split.map(({ kind, words }) => ({
      kind,
      words,
      weight: words.reduce((sum, word) => sum + (weights[word] ?? 0), 0),
    })),
  }
}

/** More than anybody types into one field; it bounds the work. */
const mostWords = 40
/** What a word that no phrase knows counts against the rest: names, towns, whatever else people tell. */
const unknownWeight = 1.2
/** Shorter words are too much like one another to be corrected. */
const shortestToCorrect = 4
const longEnoughForTwo = 8
const mostErrors = 2
const shortestPart = 5

/** Known words that a typed one stands for, and how surely (0 to 1). */
function meant(index: LanguageIndex, ways: readonly string[]): ReadonlyMap<number, number> {
  const stems = [...new Set(ways.map((way) => index.forms.stemOf(way)))]
  for (const stem of stems) {
    const exact = index.byStem.get(stem)
    if (exact !== undefined) return new Map([[exact, 1]])
  }
  // Another script has the word without its vowels or with others: there it is like too many.
  const written = isLatin(ways[0] ?? '') ? stems : stems.filter((stem) => !isLatin(stem))
  const found = new Map<number, number>()
  const { texts, numbers, letters } = index.stems
  for (const typed of written) {
    const own = lettersOf(typed)
    for (let at = 0; at < texts.length; at += 1) {
      if (farApart(own, letters[at] ?? 0)) continue
      const sure = likeness(index.forms, typed, texts[at] ?? '')
      const number = numbers[at] ?? 0
      if (sure > (found.get(number) ?? 0)) found.set(number, sure)
    }
  }
  const best = Math.max(0, ...found.values())
  return new Map([...found].filter(([, sure]) => sure === best))
}

/** Which letters a word has, as a set of 32 bits into which all letters are folded. */
function lettersOf(word: string): number {
  let letters = 0
  for (let at = 0; at < word.length; at += 1) letters |= 1 << (word.charCodeAt(at) & 31)
  return letters
}

function bitsIn(set: number): number {
  const pairs = set - ((set >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** Sees at a glance that two words are not alike, as most are not: neither holds the other, and too many letters differ. */
function farApart(letters: number, known: number): boolean {
  return (letters & ~known) !== 0 && (known & ~letters) !== 0 && bitsIn(letters ^ known) > 2 * mostErrors
}

const isLatin = (word: string) => /[a-z]/.test(word)

/** 0 where they are two different words. */
function likeness(forms: WordForms, typed: string, known: string): number {
  const [shorter, longer] = typed.length < known.length ? [typed, known] : [known, typed]
  if (shorter.length >= shortestPart && (longer.startsWith(shorter) || longer.endsWith(shorter))) {
    return 0.5 + 0.4 * (shorter.length / longer.length)
  }
  if (shorter.length < shortestToCorrect) return 0
  const allowed = shorter.length >= longEnoughForTwo ? mostErrors : 1
  if (longer.length - shorter.length > allowed) return 0
  const errors = forms.distance(typed, known)
  return errors <= allowed ? 0.9 - 0.1 * errors : 0
}

type Words = ReturnType<WordForms['wordsOf']>

/** Languages that split a text in the same way have it split once. */
function wordsOnce(text: string): (forms: WordForms) => Words {
  const known = new Map<WordForms['wordsOf'], Words>()
  return ({ wordsOf }) => {
    const words = known.get(wordsOf) ?? wordsOf(text).slice(0, mostWords)
    known.set(wordsOf, words)
    return words
  }
}

interface Typed {
  /** Known words, and how surely each was meant. */
  readonly sure: ReadonlyMap<number, number>
  /** What all that was typed is worth. */
  readonly asked: number
  /** Share of the telling words that this language knows. */
  readonly known: number
}

function read(index: LanguageIndex, all: Words): Typed {
  const telling = all.filter((ways) => !ways.some((way) => index.little.has(way)))
  const words = (telling.length > 0 ? telling : all).map((ways) => meant(index, ways))
  const sure = new Map<number, number>()
  for (const one of words) {
    for (const [word, much] of one) sure.set(word, Math.max(much, sure.get(word) ?? 0))
  }
  const weightOf = (one: ReadonlyMap<number, number>) =>
    Math.max(unknownWeight, ...[...one.keys()].map((word) => index.vocabulary[word]?.weight ?? 0))
  return {
    sure,
    asked: words.reduce((sum, one) => sum + weightOf(one), 0),
    known: words.filter(({ size }) => size > 0).length / Math.max(1, words.length),
  }
}

/** What of a kind was touched: each of its phrases, and all that was typed and stands in any of them. */
interface Touched {
  readonly phrases: Map<number, number>
  readonly words: Set<number>
}

function touchedBy(index: LanguageIndex, { sure }: Typed): Map<string, Touched> {
  const kinds = new Map<string, Touched>()
  for (const [word, much] of sure) {
    const { weight, phrases } = index.vocabulary[word] ?? { weight: 0, phrases: [] }
    for (const number of phrases) {
      const kind = index.phrases[number]?.kind ?? ''
      const touched = kinds.get(kind) ?? { phrases: new Map(), words: new Set() }
      touched.phrases.set(number, (touched.phrases.get(number) ?? 0) + much * weight)
      touched.words.add(word)
      kinds.set(kind, touched)
    }
  }
  return kinds
}

/**
 * The best phrase counts: how much of it was typed, and how much of what was typed it holds. Words that stand in other
 * phrases of the kind count, too, but less.
 */
function scoreOf(index: LanguageIndex, { asked, sure }: Typed, { phrases, words }: Touched): number {
  const fits = [...phrases].map(([number, hit]) => {
    const weight = index.phrases[number]?.weight ?? Number.POSITIVE_INFINITY
    return Math.sqrt((hit / weight) * Math.min(1, hit / asked))
  })
  const held = [...words].reduce((sum, word) => sum + (sure.get(word) ?? 0) * (index.vocabulary[word]?.weight ?? 0), 0)
  return 0.7 * Math.max(0, ...fits) + 0.3 * Math.min(1, held / asked)
}

/** How much of a phrase of acute danger was typed, whatever else was. */
function dangerIn(index: LanguageIndex, { phrases }: Touched): number {
  return Math.max(0, ...[...phrases].map(([number, hit]) => hit / (index.phrases[number]?.weight ?? 1)))
}

/** What is left of a text without the words that say nothing in the reader's language. */
export function tellingWords(indexes: readonly LanguageIndex[], text: string, first: string): string[] {
  const index = indexes.find(({ language }) => language === first) ?? indexes[0]
  if (!index) return []
  const words = index.forms.wordsOf(text).slice(0, mostWords)
  return words.filter((ways) => !ways.some((way) => index.little.has(way))).flatMap(([word]) => word ?? [])
}

/** Of a phrase of danger that much has to be there: a number too many at the top harms nobody, one too few might. */
const urgentFrom = 0.6
const likelyFrom = 0.25
const shareOfBest = 0.6
const mostKinds = 5
/** What another language than the reader's understands counts a little less. */
const otherLanguage = 0.92

/** @param first the reader's language. */
export function meaningOf(indexes: readonly LanguageIndex[], text: string, first: string): Meaning {
  const kinds = new Map<string, number>()
  let [urgent, understood] = [false, false]
  const wordsFor = wordsOnce(text)
  for (const index of indexes) {
    const typed = read(index, wordsFor(index.forms))
    understood ||= typed.known === 1
    const own = index.language === first
    const trust = (own ? 1 : otherLanguage) * (0.5 + 0.5 * typed.known)
    for (const [kind, touched] of touchedBy(index, typed)) {
      if (kind === urgentKind) urgent ||= dangerIn(index, touched) * (own ? 1 : typed.known) >= urgentFrom
      else kinds.set(kind, Math.max(kinds.get(kind) ?? 0, scoreOf(index, typed, touched) * trust))
    }
  }
  const best = Math.max(0, ...kinds.values())
  const likely = [...kinds].filter(([, score]) => score >= likelyFrom && score >= best * shareOfBest)
  return {
    kinds: likely
      .map(([kind, score]) => ({ kind, score }))
      .sort((a, b) => b.score - a.score || (a.kind < b.kind ? -1 : 1))
      .slice(0, mostKinds),
    urgent,
    understood,
  }
}
