/** Where files are kept: a folder, or a bucket of a service that speaks S3. Read from `FILES_URL`. Pure. */

export type FilesPlace =
  | { readonly kind: 'folder'; readonly folder: string }
  | {
      readonly kind: 'bucket'
      readonly endpoint: string
      readonly region: string
      readonly bucket: string
      readonly keyId: string
      readonly secret: string
    }

const form = 's3://KEY:SECRET@s3.eu-central-1.example.org/BUCKET?region=eu-central-1'
const loopback: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]'])

/** Whether the way to the service is not encrypted. */
const isPlain = (url: URL) => url.searchParams.get('tls') === 'off'

/** What is wrong with the setting, without anything secret in it. */
export function filesFaults(text: string | undefined): string[] {
  if (text === undefined) return []
  const url = URL.parse(text)
  if (!url || !['file:', 's3:'].includes(url.protocol)) return [`FILES_URL begins with file: or s3: (${form})`]
  if (url.protocol === 'file:') {
    const isFolder = url.host === '' && url.pathname.length > 1 && !url.search
    return isFolder ? [] : ['FILES_URL names a folder by its whole path: file:///var/lib/safe-towns/files']
  }
  const unknown = [...url.searchParams.keys()].filter((name) => name !== 'region' && name !== 'tls')
  return [
    ...(url.host === '' ? [`FILES_URL lacks the server: ${form}`] : []),
    ...(bucketOf(url) === undefined ? [`FILES_URL lacks the name of one bucket: ${form}`] : []),
    ...(url.username === '' || url.password === '' ? [`FILES_URL lacks the key or its secret: ${form}`] : []),
    ...(url.searchParams.get('region') ? [] : [`FILES_URL lacks the region, which many services call any: ${form}`]),
    ...(isPlain(url) && !loopback.has(url.hostname)
      ? ['FILES_URL must not have tls=off for a service on another machine: files would be read on the way']
      : []),
    ...(unknown.length > 0 ? ['FILES_URL takes no parameters but region and tls'] : []),
  ]
}

const bucketOf = (url: URL): string | undefined => /^\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])\/?$/.exec(url.pathname)?.[1]

/** @param text without faults. @param folder where files are kept when nobody has said. */
export function filesPlaceOf(text: string | undefined, folder: string): FilesPlace {
  if (text === undefined) return { kind: 'folder', folder }
  const url = new URL(text)
  if (url.protocol === 'file:') return { kind: 'folder', folder: decodeURIComponent(url.pathname) }
  return {
    kind: 'bucket',
    endpoint: `${isPlain(url) ? 'http' : 'https'}://${url.host}`,
    region: url.searchParams.get('region') ?? '',
    bucket: bucketOf(url) ?? '',
    keyId: decodeURIComponent(url.username),
    secret: decodeURIComponent(url.password),
  }
}

/** For people: what is where, nothing secret. */
export const placeName = (place: FilesPlace): string =>
  place.kind === 'folder' ? place.folder : `the bucket ${place.bucket} at ${new URL(place.endpoint).host}`
