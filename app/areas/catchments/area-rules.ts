/** Areas that do not nest, and lists that say which towns are in them. Pure. */

/** In the order of a form; `null` of an area: nobody has said what it is for. */
export const catchmentKinds = ['police', 'court', 'health', 'county', 'other'] as const
export type CatchmentKind = (typeof catchmentKinds)[number]

/** `add`: who is in the list joins; `end`: leaves; `complete`: the list is all there is of its areas. */
export const listActs = ['add', 'end', 'complete'] as const
export type ListAct = (typeof listActs)[number]

/** As somebody wrote it; `line` is of the file or of what was typed, from 1. */
export interface AreaLine {
  readonly line: number
  readonly area: string
  readonly areaName: string
  readonly areaKind: string
  readonly member: string
  readonly broken: boolean
}

export interface AreaList {
  readonly id: string
  readonly act: ListAct
  readonly lines: readonly AreaLine[]
}

export interface Catchment {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly names: Readonly<Record<string, string>>
  readonly kind: string
  readonly areaKind: CatchmentKind | null
  /** How many are in it directly. */
  readonly members: number
  /** An official list of towns names it: what it is called is said there. */
  readonly official: boolean
}

export interface InArea {
  readonly name: string
  /** An official code of it. */
  readonly code: string | null
  /** The official list of towns says that it is in the area: no list of areas takes it out. */
  readonly official: boolean
}

/** What stops the end of an area. */
export const dependants = ['services', 'people', 'page', 'letters', 'else'] as const
export type Dependant = (typeof dependants)[number]

/** All of Europe has fewer towns. */
export const mostLines = 150_000
const longestText = 200

const codePattern = /^[^\s:;,]{1,40}$/

/** Which scheme the codes of a kind of area have. */
export const schemeOf = (kind: CatchmentKind): string => kind.toUpperCase()

/** The code of an area that is made by hand: as it is typed, else made of its name. */
export function codeFor(name: string, typed: string): string | undefined {
  const code =
    typed === ''
      ? name
          .trim()
          .replace(/[\s:;,]+/g, '-')
          .slice(0, 40)
          .toUpperCase()
      : typed
  return codePattern.test(code) ? code : undefined
}

/** What was typed, a code a line. Empty lines are passed over. */
function codesIn(text: string): { readonly line: number; readonly member: string }[] {
  return text.split('\n').flatMap((typed, index) => {
    const member = typed.trim().slice(0, longestText)
    return member === '' ? [] : [{ line: index + 1, member }]
  })
}

/** Lines about one area that has a code. */
export function linesOf(
  area: { readonly scheme: string; readonly code: string; readonly name: string; readonly kind: string },
  typed: string,
): AreaLine[] {
  return codesIn(typed).map(({ line, member }) => ({
    ...{ line, member, broken: false },
    ...{ area: `${area.scheme}:${area.code}`, areaName: area.name, areaKind: area.kind },
  }))
}

export const listColumns = ['area', 'areaName', 'areaKind', 'member'] as const
export type ListColumn = (typeof listColumns)[number]

/** How lists call them, without accents, spaces and marks. */
const headings: Readonly<Record<ListColumn, readonly string[]>> = {
  area: ['area', 'zone', 'gebiet', 'bezirk', 'secteur', 'circonscription', 'ressort', 'المنطقة', 'منطقة'],
  areaName: ['areaname', 'nomdelazone', 'nomzone', 'zonename', 'gebietsname', 'اسمالمنطقة'],
  areaKind: ['areakind', 'kind', 'type', 'typedezone', 'art', 'gebietsart', 'النوع', 'نوعالمنطقة'],
  member: [
    ...['member', 'membre', 'mitglied', 'code', 'codeinsee', 'codecommune', 'insee', 'lau', 'laucode', 'ags'],
    ...['gemeinde', 'gemeindecode', 'commune', 'town', 'towncode', 'municipality', 'codeistat', 'رمز', 'الرمز'],
  ],
}

/** @param fold one form that all spellings of a text share. */
export function columnOf(heading: string, fold: (text: string) => string): ListColumn | undefined {
  const plain = fold(heading.replace(/[_\-.]/g, ' ')).replaceAll(' ', '')
  return listColumns.find((column) => headings[column].some((word) => fold(word).replaceAll(' ', '') === plain))
}

const kindWords: Readonly<Record<CatchmentKind, readonly string[]>> = {
  police: ['police', 'polizei', 'gendarmerie', 'شرطة'],
  court: ['court', 'tribunal', 'justice', 'gericht', 'محكمة'],
  health: ['health', 'sante', 'gesundheit', 'صحة'],
  county: ['county', 'comte', 'kreis', 'مقاطعة'],
  other: ['other', 'autre', 'andere', 'أخرى'],
}

/** A word of a list for one of ours; else as it was, to be refused with its line. */
export function kindIn(text: string, fold: (text: string) => string): string {
  const said = fold(text)
  const known = catchmentKinds.find((kind) => kindWords[kind].some((word) => fold(word) === said))
  return known ?? text.trim()
}
