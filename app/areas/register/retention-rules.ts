import type { Retention } from '../../platform/privacy/retention.ts'

export const registerRetention: Retention = {
  rules: [
    {
      table: 'published.register_opening',
      holds: 'texts of the register: who decided, where, in whose office it was signed, words of a withdrawal',
      keeps: 'as long as the register; a text is erased on demand, and its line stays checkable without it',
      why: 'a public register says what was signed and by which office',
      ends: [],
    },
    {
      table: 'office.register_opening',
      holds: 'names of those who signed or were witnesses, where an office gave them; they are not public',
      keeps: 'as long as the register, unless they are erased',
      why: 'the secretariat can answer who signed',
      ends: [],
    },
    {
      table: 'published.signatory',
      holds: 'who has signed; of an elected representative, the name',
      keeps: 'as long as the register; the name of a representative is erased on demand',
      why: 'a public register of signatures',
      ends: [],
    },
    {
      table: 'published.signatory_name',
      holds: 'names of signatories in the spellings by which they are found',
      keeps: 'as long as the register; with the name of a representative the database deletes them by itself',
      why: 'whoever looks for a signatory finds it',
      ends: [],
    },
    {
      table: 'published.register_part',
      holds: 'the same names by their words',
      keeps: 'as the names: kept by the database itself',
      why: 'a search finds any word of a name at once',
      ends: [],
    },
    {
      table: 'published.register_listing',
      holds: 'signatories in the order in which they are shown; of a representative the name in plain letters',
      keeps: 'as long as the register; an erased name is emptied here by the database itself',
      why: 'the list of the register is in order',
      ends: [],
    },
  ],
  nothingPersonal: [
    {
      table: 'published.register_entry',
      reason: 'lines of the history; of texts and persons salted commitments alone',
    },
    { table: 'published.register_head', reason: 'the newest hash of the history, signed' },
    { table: 'published.signing_key', reason: 'public keys of this instance' },
    { table: 'office.signing_secret', reason: 'the secret key of this instance, sealed' },
    { table: 'published.pact_text', reason: "approved versions of the Pact's text" },
  ],
}
