/** The forms of a page as a browser would send them back. */

export type Sent = Record<string, string | readonly string[]>

const attribute = (tag: string, name: string) => {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]
  return found === undefined ? undefined : decoded(found)
}

const decoded = (text: string): string =>
  text
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')

/** Every value that a field of the form of a page has. */
export const valuesIn = (html: string, name: string): string[] => [formOf(html)[name] ?? []].flat()

/** What the main form of an office page would send: the one that names a revision. */
export function formOf(html: string): Sent {
  return sentBy(formsIn(html).find((one) => one.includes('name="revision"')) ?? '')
}

/** What the form to an address would send. */
export function formTo(html: string, action: string): Sent {
  return sentBy(formsIn(html).find((one) => attribute(one.split('>')[0] ?? '', 'action') === action) ?? '')
}

function formsIn(html: string): string[] {
  return html
    .split(/<form\b/)
    .slice(1)
    .map((one) => one.split('</form>')[0] ?? '')
}

/** Fields as they stand, ticked boxes, chosen options; no button. */
export function sentBy(html: string): Sent {
  const sent: Sent = {}
  const add = (name: string | undefined, value: string) => {
    if (name === undefined) return
    const before = sent[name]
    sent[name] = before === undefined ? value : [...[before].flat(), value]
  }
  const controls = /<input\b[^>]*>|<textarea\b([^>]*)>([\s\S]*?)<\/textarea>|<select\b([^>]*)>([\s\S]*?)<\/select>/g
  for (const [control, area, words = '', select, options = ''] of html.matchAll(controls)) {
    if (area !== undefined) add(attribute(area, 'name'), decoded(words.replace(/^\n/, '')))
    else if (select !== undefined) add(attribute(select, 'name'), chosenOption(options))
    else if (!/type="(radio|checkbox)"/.test(control) || /\schecked\b/.test(control)) {
      add(attribute(control, 'name'), attribute(control, 'value') ?? '')
    }
  }
  return sent
}

function chosenOption(options: string): string {
  const all = options.match(/<option\b[^>]*>/g) ?? []
  const chosen = all.find((option) => /\sselected\b/.test(option)) ?? all[0] ?? ''
  return attribute(chosen, 'value') ?? ''
}
