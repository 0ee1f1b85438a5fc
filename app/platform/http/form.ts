/** A submitted form as names and texts; files are left out but where a form asks for one. */

/** Field name → what was typed, in order. A field that was not sent is absent. */
export type FormFields = ReadonlyMap<string, readonly string[]>

const mostFields = 2_000

/**
 * Characters that nobody sees and no text needs: the database refuses some, drawings and documents others, and some turn
 * the direction of what stands beside them. Line feed and tabulator stay, and marks of Arabic and Hebrew spelling.
 */
const unseen = /[\p{Cc}\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/gu
const withoutUnseen = (text: string): string =>
  text.replace(unseen, (one) => (one === '\n' || one === '\t' || one === '\r' ? one : ''))

export async function readForm(request: Request): Promise<FormFields> {
  return fieldsOf(await request.formData())
}

export interface SentFile {
  /** As the browser gave it, without a folder. */
  readonly name: string
  readonly content: Uint8Array
}

/** A form with one file; without it where none was chosen. */
export async function readFormWithFile(
  request: Request,
  name: string,
): Promise<{ readonly fields: FormFields; readonly file: SentFile | undefined }> {
  const body = await request.formData()
  const sent = body.get(name)
  const chosen = sent instanceof File && (sent.size > 0 || sent.name !== '')
  const file = chosen
    ? { name: withoutUnseen(sent.name.split(/[/\\]/).at(-1) ?? ''), content: new Uint8Array(await sent.arrayBuffer()) }
    : undefined
  return { fields: fieldsOf(body), file }
}

function fieldsOf(body: FormData): FormFields {
  const fields = new Map<string, string[]>()
  for (const [name, value] of body) {
    if (typeof value !== 'string' || fields.size > mostFields) continue
    const text = withoutUnseen(value.normalize('NFC')).replaceAll('\r\n', '\n')
    const before = fields.get(name)
    if (before) before.push(text)
    else fields.set(name, [text])
  }
  return fields
}

/** The first value of a field, trimmed; empty where it was not sent. */
export function fieldText(fields: FormFields, name: string): string {
  return fields.get(name)?.[0]?.trim() ?? ''
}

/** All values of a field (ticked boxes), trimmed, without empty ones. */
export function fieldTexts(fields: FormFields, name: string): string[] {
  return (fields.get(name) ?? []).map((value) => value.trim()).filter((value) => value !== '')
}
