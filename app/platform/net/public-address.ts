/** Whether an IP address belongs to the open internet: everything else may be a machine of ours, or of the operator. */
import ipaddr from 'ipaddr.js'

/** All that is given out to the world in IPv6; what stands outside of it is reserved, or carries an IPv4 address. */
const worldWide: [ipaddr.IPv6, number] = [ipaddr.IPv6.parse('2000::'), 3]

/**
 * Loopback, private, link-local (the metadata services of clouds are there), shared, multicast and reserved addresses are
 * refused, and so are those of IPv6 that lead to an IPv4 address: mapped, translated, 6to4, Teredo.
 */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return false
  const address = ipaddr.parse(text)
  if (address.range() !== 'unicast') return false
  return !(address instanceof ipaddr.IPv6) || address.match(worldWide)
}
