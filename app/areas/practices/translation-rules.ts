/** Who may write a translation in the place of another. Pure. */

/** A town, an association; the secretariat where both are null. */
export interface Office {
  readonly authority: string | null
  readonly association: string | null
}

const isSecretariat = ({ authority, association }: Office): boolean => authority === null && association === null

interface Given {
  readonly practice: { readonly authority: string; readonly version: number }
  readonly before: (Office & { readonly version: number; readonly origin: 'person' | 'machine' }) | undefined
}

/** Whose it is, the town of the practice and the secretariat; anybody once it is out of date, or made by machine. */
export function mayTranslate(office: Office, { practice, before }: Given): boolean {
  return (
    before === undefined ||
    before.version < practice.version ||
    before.origin === 'machine' ||
    mayRemove(office, practice, before)
  )
}

export function mayRemove(office: Office, practice: { readonly authority: string }, before: Office): boolean {
  const own = before.authority === office.authority && before.association === office.association
  return own || isSecretariat(office) || practice.authority === office.authority
}
