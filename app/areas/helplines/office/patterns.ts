import { patterns } from '../../../urls.ts'

export const countryPattern = `/office/countries${patterns.cc}/helplines`
export const newPattern = `${countryPattern}/new`
export const linePattern = `${countryPattern}/:line{[a-z0-9-]+}`
