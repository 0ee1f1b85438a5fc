/** What the addresses of an association's office begin with. */
import { cc, type Town } from './town-paths.ts'

export const associationPath = (one: Town) => `/office/associations/${cc(one.country)}/${one.slug}`
