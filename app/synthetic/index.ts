/** A fictional network of any size, for measuring: the same for the same seed and day. */
export { authoritiesWith } from './authorities.ts'
export { writeNetwork } from './write-network.ts'
