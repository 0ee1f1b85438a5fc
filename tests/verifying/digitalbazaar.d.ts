/** What the tests use of packages that come without types. */

declare module '@digitalbazaar/credentials-context' {
  export const named: ReadonlyMap<string, { readonly id: string; readonly context: object }>
}

declare module '@digitalbazaar/data-integrity' {
  export class DataIntegrityProof {
    constructor(options: { readonly cryptosuite: object })
  }
}

declare module '@digitalbazaar/eddsa-jcs-2022-cryptosuite' {
  export function createVerifyCryptosuite(): object
}

declare module '@digitalbazaar/vc' {
  export function verifyCredential(options: object): Promise<{
    readonly verified: boolean
    readonly error?: Error
    readonly statusResult?: { readonly results?: readonly { readonly status: boolean }[] }
  }>
}

declare module '@digitalbazaar/vc-bitstring-status-list' {
  export function checkStatus(options: object): Promise<object>
}

declare module 'jsonld' {
  const jsonld: {
    expand(document: object, options: object): Promise<readonly Readonly<Record<string, unknown>>[]>
  }
  export default jsonld
}
