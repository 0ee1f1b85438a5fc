/** A browser's part in tests of signing in: cookies kept between requests, forms sent. */
import type { TestOffice } from './test-office.ts'

export function openBrowser(office: Pick<TestOffice, 'app' | 'accounts'>) {
  const jar = new Map<string, string>()
  const keep = (answer: Response) => {
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      const at = pair.indexOf('=')
      if (/Max-Age=0/i.test(line)) jar.delete(pair.slice(0, at))
      else jar.set(pair.slice(0, at), pair.slice(at + 1))
    }
    return answer
  }
  const headers = () => ({ cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') })
  const get = async (path: string) => keep(await office.app.request(path, { headers: headers() }))
  const post = async (path: string, fields: Record<string, string> = {}) =>
    keep(await office.app.request(path, { method: 'POST', headers: headers(), body: new URLSearchParams(fields) }))
  return {
    jar,
    get,
    post,
    html: async (path: string) => (await get(path)).text(),
    /** By a link, without a mail. */
    signIn: async (email: string) => {
      const link = new URL(await office.accounts.createSignInLink(email))
      return post(link.pathname, { token: link.searchParams.get('token') ?? '' })
    },
  }
}

export type TestBrowser = ReturnType<typeof openBrowser>
