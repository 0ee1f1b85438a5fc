/** What html-validate finds in a public page as it is sent: without the end tags that HTML can do without. */
import { esmResolver, FileSystemConfigLoader, HtmlValidate } from 'html-validate'

export function createValidator(): (html: string) => Promise<string[]> {
  const validator = new HtmlValidate(new FileSystemConfigLoader([esmResolver()]))
  const file = new URL('../../page.html', import.meta.url).pathname
  return async (html) => {
    const { results } = await validator.validateString(html, file)
    return results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`))
  }
}
