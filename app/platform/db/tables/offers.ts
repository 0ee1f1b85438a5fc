export interface ServiceOfferTable {
  service: string
  authority: string
  publisher: string
  offered: boolean
  kinds: string[]
  accepted_kinds: string[]
  decided_kinds: string[]
  state: 'waiting' | 'accepted' | 'declined'
  reason: string | null
  decided_by: string | null
  offered_at: Date
  told_at: Date | null
  decided_at: Date | null
  answer_told_at: Date | null
  revision: number
}

export interface OffersTables {
  'office.service_offer': ServiceOfferTable
}
