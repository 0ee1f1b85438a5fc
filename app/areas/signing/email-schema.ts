import { z } from 'zod'

const email = z.email().max(254)
const domain = z.hostname().max(200).includes('.')

export const isEmail = (text: string): boolean => email.safeParse(text).success
export const isDomain = (text: string): boolean => domain.safeParse(text).success
