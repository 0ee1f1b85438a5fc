import type { Retention } from '../../platform/privacy/retention.ts'

const year = 365

export const signingRetention: Retention = {
  rules: [
    {
      table: 'office.pact_application',
      holds:
        'what an office or a person answers to sign the Pact, the id of who began; names are asked of representatives, and may be given of who signs and of a witness',
      keeps:
        'a draft or what was returned, a year after anybody touched it; once it is signed, as long as the signature and a year after it has ended, withdrawn or merged, without the answers',
      why: 'until the council has decided; afterwards the register says what was signed',
      ends: [
        { since: "case when status in ('draft', 'returned') then changed_at end", days: year },
        { since: 'ended_at', days: year },
      ],
    },
    {
      table: 'office.pact_contact',
      holds: 'name, address and telephone of whom the secretariat can ask about an application',
      keeps: 'until 90 days after the decision; with a draft that nobody goes on with',
      why: 'there is nothing left to ask',
      ends: [{ since: 'decided_at', days: 90 }],
    },
    {
      table: 'office.pact_document',
      holds: 'decisions of councils as PDF, which may name who signed them, and the id of who sent them',
      keeps: 'as long as the signature, with its application or reaffirmation',
      why: 'the hash in the register can be held against it',
      ends: [],
    },
    {
      table: 'office.pact_writer',
      holds: 'ids of people who wrote in an application',
      keeps: 'as long as the application; an id without a person once they are deleted',
      why: 'nobody decides on what they wrote',
      ends: [],
    },
    {
      table: 'office.pact_event',
      holds: 'what became of an application, ids of who did it, and why it was returned',
      keeps: 'as long as the application; an id without a person once they are deleted',
      why: 'two people answer for a signature',
      ends: [],
    },
    {
      table: 'office.pact_agreement',
      holds: 'the id of one person of the secretariat who has agreed, until a second one has',
      keeps: 'until it is signed, returned or taken back',
      why: 'two people decide, separately',
      ends: [],
    },
    {
      table: 'office.pact_proof',
      holds:
        'how an office has shown that it speaks for a body: ids of who asked and gave it, the domain of a mailbox, hashes of codes',
      keeps: 'as long as the application; an id without a person once they are deleted',
      why: 'a signature rests on it',
      ends: [],
    },
    {
      table: 'office.pact_domain',
      holds: 'that somebody of the secretariat has checked the domain of an organisation',
      keeps: 'as long as the application; an id without a person once they are deleted',
      why: 'a signature rests on it',
      ends: [],
    },
    {
      table: 'office.pact_body_request',
      holds: 'which body somebody misses in the directory, ids of who asked and who answered',
      keeps: '90 days after the answer; a year without one',
      why: 'whoever asked gets an answer',
      ends: [
        { since: 'answered_at', days: 90 },
        { since: 'asked_at', days: year },
      ],
    },
    {
      table: 'office.local_election',
      holds: 'when councils are elected, and the id of who entered it',
      keeps: 'seven years after it was entered; an id without a person once they are deleted',
      why: 'councils are invited once after each election',
      ends: [{ since: 'entered_at', days: 2_556 }],
    },
    {
      table: 'office.pact_reaffirmation',
      holds: 'what a council sent to stand by its signature, ids of who sent and who entered it',
      keeps:
        'a year after it was returned, or after the signature has ended; an id without a person once they are deleted',
      why: 'the register says what was decided; the document stays as long as the signature',
      ends: [{ since: 'ended_at', days: year }],
    },
    {
      table: 'office.pact_withdrawal',
      holds:
        'the words with which a signatory without an office withdraws, and the id of who of the secretariat entered them',
      keeps:
        'until a second person has agreed or it is taken out, 90 days at most; an id without a person once they are deleted',
      why: 'two people enter the end of a signature that was given without an office',
      ends: [{ since: 'asked_at', days: 90 }],
    },
  ],
  nothingPersonal: [
    { table: 'office.reaffirm_invitation', reason: 'which councils were invited after which elections' },
  ],
}
