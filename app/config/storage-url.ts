/** Where files go when STORAGE_URL says so. */
export type StoragePlace =
  | { readonly kind: 'folder'; readonly path: string }
  | {
      readonly kind: 'bucket';
      readonly bucket: string;
      /** Put before every key; empty or ending in a slash. */
      readonly prefix: string;
      readonly region: string | undefined;
      /** Of a server that speaks S3; AWS itself when unset. */
      readonly endpoint: string | undefined;
      /** AWS's own ways (environment, profile, instance role) when unset. */
      readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string } | undefined;
    };

export const STORAGE_URL_FORM =
  'an address like s3://bucket/prefix?region=eu-central-1, s3://key:secret@bucket?endpoint=http://127.0.0.1:9000 or file:///folder';

/**
 * Reads STORAGE_URL. Forms:
 * - `file:///absolute/folder`
 * - `s3://[key:secret@]bucket[/prefix][?region=..&endpoint=http(s)://host:port]`; key and secret percent-encoded. Without
 *   them the AWS variables (`AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY`, `AWS_PROFILE`) or the machine's role are used,
 *   without a region `AWS_REGION`, then us-east-1. The account needs to read, write, remove and list in the bucket.
 * @returns undefined when it is none of these
 */
export function parseStorageUrl(value: string): StoragePlace | undefined {
  const url = URL.parse(value);
  if (url?.protocol === 'file:')
    return url.host === '' && url.pathname !== '/' && url.search === ''
      ? { kind: 'folder', path: decodeURIComponent(url.pathname) }
      : undefined;
  if (url?.protocol !== 's3:' || !/^[a-z0-9][a-z0-9._-]{1,61}[a-z0-9]$/.test(url.hostname)) return undefined;
  const { region, endpoint, ...others } = Object.fromEntries(url.searchParams);
  const half = (url.username === '') !== (url.password === '');
  if (Object.keys(others).length > 0 || half || url.port !== '' || url.hash !== '') return undefined;
  if (endpoint !== undefined && !/^https?:$/.test(URL.parse(endpoint)?.protocol ?? '')) return undefined;
  const folder = decodeURIComponent(url.pathname).replace(/^\/+|\/+$/g, '');
  return {
    kind: 'bucket',
    bucket: url.hostname,
    prefix: folder ? `${folder}/` : '',
    region: region || undefined,
    endpoint,
    credentials: url.username
      ? {
          accessKeyId: decodeURIComponent(url.username),
          secretAccessKey: decodeURIComponent(url.password),
        }
      : undefined,
  };
}
