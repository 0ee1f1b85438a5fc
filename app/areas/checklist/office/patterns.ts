/** The office's addresses as patterns of the router; links are made in app/urls.ts. */
import { patterns } from '../../../urls.ts'

/** Of one town's office: guards find out from it whose it is. */
export const officePattern = `/office${patterns.cc}${patterns.slug}`
export const kindPattern = `${officePattern}/kinds${patterns.kind}`
export const servicePattern = `${officePattern}/services${patterns.id}`
