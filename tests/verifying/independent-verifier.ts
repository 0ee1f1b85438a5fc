/**
 * Verifies what this product signs with software that is not ours: the packages of Digital Bazaar. What they ask for comes
 * from the public addresses of the application; nothing is asked of the network.
 */
import { named } from '@digitalbazaar/credentials-context'
import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import { createVerifyCryptosuite } from '@digitalbazaar/eddsa-jcs-2022-cryptosuite'
import { verifyCredential } from '@digitalbazaar/vc'
import { checkStatus } from '@digitalbazaar/vc-bitstring-status-list'
import jsonld from 'jsonld'
import { z } from 'zod'

type Request = (path: string) => Promise<Response>

const didDocument = z.object({ id: z.string(), verificationMethod: z.array(z.looseObject({ id: z.string() })) })

/** @param request of the application, at `baseUrl`. */
export function independentVerifier(baseUrl: string, request: Request) {
  const did = `did:web:${encodeURIComponent(new URL(baseUrl).host)}`
  const json = async (path: string): Promise<object> => {
    const answer = await request(path)
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`)
    return JSON.parse(await answer.text())
  }
  const documentOf = async (url: string): Promise<object> => {
    const known = [...named.values()].find(({ id }) => id === url)
    if (known) return known.context
    if (url.startsWith(`${baseUrl}/`)) return json(url.slice(baseUrl.length))
    const [of, key] = url.split('#')
    if (of !== did) throw new Error(`nothing is known of ${url}`)
    const document = await json('/.well-known/did.json')
    if (key === undefined) return document
    const method = didDocument.parse(document).verificationMethod.find(({ id }) => id === url)
    if (!method) throw new Error(`there is no key ${url}`)
    return { '@context': 'https://w3id.org/security/multikey/v1', ...method }
  }
  const documentLoader = async (url: string) => ({
    ...{ contextUrl: null, documentUrl: url },
    document: structuredClone(await documentOf(url)),
  })
  const suite = new DataIntegrityProof({ cryptosuite: createVerifyCryptosuite() })

  return {
    /** `accepted`, `ended` where it is genuine and its bit is set, else why it is refused. */
    verify: async (text: string): Promise<string> => {
      try {
        const options = { credential: JSON.parse(text), suite, documentLoader, checkStatus }
        const { verified, error, statusResult } = await verifyCredential(options)
        if (!verified) return `refused: ${error?.message ?? 'its status cannot be read'}`
        return statusResult?.results?.some(({ status }) => status) ? 'ended' : 'accepted'
      } catch (error) {
        return `refused: ${error instanceof Error ? error.message : error}`
      }
    },
    /** As linked data. @throws where a word of it is not defined. */
    expand: (text: string) => jsonld.expand(JSON.parse(text), { documentLoader, safe: true }),
  }
}
