/**
 * The address to which one person answers about one question. Nothing is stored: the token in it names the question, and
 * a keyed hash proves that this instance made it for that person. It opens nothing else (its key is derived for this
 * purpose alone) and is of no use to anybody without the person's own address as sender.
 */
import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'

export interface ReplyClaim {
  /** Id. */
  readonly question: string
  readonly proof: Buffer
}

export interface ReplyAddresses {
  addressOf(question: string, person: string): string
  /** Undefined for an address that no instance with these settings can have made. */
  read(address: string): ReplyClaim | undefined
  isFor(claim: ReplyClaim, person: string): boolean
}

/** Small letters and digits alone: mail servers may change the case of what stands before the @. */
const letters = 'abcdefghijklmnopqrstuvwxyz234567'
/** 16 bytes of the question and 14 of the proof, five bits a letter. */
const tokenLength = 48
const proofBytes = 14
const tokenMark = '{token}'

function inLetters(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{5}/g) ?? []).map((five) => letters[Number.parseInt(five, 2)]).join('')
}

function fromLetters(text: string): Buffer {
  const bits = [...text].map((letter) => letters.indexOf(letter).toString(2).padStart(5, '0')).join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((eight) => Number.parseInt(eight, 2)))
}

const quoted = (text: string) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')

/**
 * @param secret of the instance: when it changes, earlier mails can no longer be answered.
 * @param pattern an address with `{token}` in it; undefined: answers do not come back here.
 */
export function createReplyAddresses(secret: string, pattern: string | undefined): ReplyAddresses | undefined {
  if (pattern === undefined) return undefined
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'questions: answers by mail', 32))
  const proofOf = (question: string, person: string) =>
    createHmac('sha256', key).update(`${question} ${person}`).digest().subarray(0, proofBytes)
  const [before = '', after = ''] = pattern.split(tokenMark)
  const shape = new RegExp(`^${quoted(before)}([a-z2-7]{${tokenLength}})${quoted(after)}$`, 'i')
  return {
    addressOf: (question, person) => {
      const bytes = Buffer.from(question.replaceAll('-', ''), 'hex')
      return `${before}${inLetters(Buffer.concat([bytes, proofOf(question, person)]))}${after}`
    },
    read: (address) => {
      const token = shape.exec(address.trim())?.[1]?.toLowerCase()
      if (token === undefined) return undefined
      const bytes = fromLetters(token)
      const hex = bytes.subarray(0, 16).toString('hex')
      const question = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
      return { question, proof: bytes.subarray(16) }
    },
    isFor: ({ question, proof }, person) => timingSafeEqual(proof, proofOf(question, person)),
  }
}
