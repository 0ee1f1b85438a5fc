/** Asks what a link leads to, as cheaply as the host allows. A single look at an address that a town names is no crawling. */
import type { NetClient } from '../../../platform/net/net-client.ts'
import type { NetAnswer } from '../../../platform/net/net-outcomes.ts'
import { type Sight, sightOf, wantsGet, withHttps } from './link-rules.ts'

async function look(net: NetClient, url: string): Promise<NetAnswer> {
  const given = { url, accept: 'text/html, */*;q=0.8', wantsBody: false }
  const answer = await net.ask({ ...given, method: 'HEAD' })
  return wantsGet(answer) ? net.ask({ ...given, method: 'GET' }) : answer
}

export async function lookAtLink(net: NetClient, url: string): Promise<Sight> {
  const sight = sightOf(url, await look(net, url))
  if (sight.outcome !== 'answers' || sight.leadsTo !== null || !/^http:/i.test(url)) return sight
  // It answers, but anybody on the way reads along: would it answer otherwise?
  const secure = withHttps(url)
  const answer = await look(net, secure)
  const secured = answer.outcome === 'answered' && answer.status < 300 && answer.url.startsWith('https:')
  return secured ? { ...sight, leadsTo: secure } : sight
}
