import type { Pattern } from './saidPatterns';

/** What the service says about its lake: `column` is a file, a folder or a server in it, `detail` what the system below says. */
export const lakePatterns: readonly Pattern[] = [
  ['lakeSlow', /^The lake did not answer within (?<value>\S+) s\.$/],
  ['lakeFull', /^There is no room left to write '(?<column>[^']+)'\. Free some space; nothing was changed\.$/],
  ['lakeBucketFull', /^There is no room left in bucket '(?<column>[^']+)' of (?<value>.+)\.$/],
  ['lakeNoPlace', /^'(?<column>[^']+)' does not exist, or one of its folders is a file\.$/],
  ['lakeNoFolder', /^The lake folder '(?<column>[^']+)' does not exist or has not been prepared\.$/],
  ['lakeNoBucket', /^Bucket '(?<column>[^']+)' does not exist on (?<value>.+)\.$/],
  ['lakeDenied', /^'(?<column>[^']+)' may not be read or written by this user, or is on a read-only file system\.$/],
  [
    'lakeKeyDenied',
    /^The lake server (?<column>\S+) refuses access key '(?<by>[^']*)' for bucket '(?<value>[^']+)': wrong key, wrong secret or no right\.$/,
  ],
  ['lakeUnusable', /^'(?<column>[^']+)' cannot be used: (?<detail>.+)$/],
  [
    'lakeNotTrusted',
    /^The lake server (?<column>\S+) is not trusted: (?<detail>.+)\. The certificate of an authority of your own goes into SSL_CERT_FILE\.$/,
  ],
  ['lakeServer', /^The lake server (?<column>\S+) did not do what was asked: (?<detail>.+)$/],
  ['lakeLocked', /^Another program has kept '(?<column>[^']+)' locked for (?<number>\d+) seconds\.$/],
  ['lakeGone', /^'(?<column>[^']+)' (?:in the \S+ layer|of the current snapshot) is gone\.$/],
  ['lakeGone', /^Bronze has lost '(?<column>[^']+)', which an earlier run put there\.$/],
  ['lakeRemoved', /^'(?<column>[^']+)' in the \S+ layer was removed while it was being read\.$/],
  ['lakeReplaced', /^'(?<column>[^']+)' in bucket '[^']+' was replaced while it was being read\.$/],
  ['lakeNoManifest', /^The current snapshot (?<column>\S+) has no manifest in the lake\.$/],
  ['lakeHash', /^'(?<column>[^']+)' in the \S+ layer is damaged: its SHA-256 is (?<value>\S+) instead of \S+\.$/],
  ['lakeHash', /^'(?<column>[^']+)' in bronze has the hash (?<value>\S+)\.$/],
  ['lakeParquet', /^'(?<column>[^']+)' is no readable Parquet file: (?<detail>.+)$/],
  ['lakeRows', /^'(?<column>[^']+)' holds (?<kept>\d+) rows instead of (?<came>\d+)\.$/],
  ['lakeColumns', /^The columns of (?<column>\S+) are not as declared: (?<detail>.+)\.$/],
  ['lakeNoSize', /^The server did not tell the size of '(?<column>[^']+)'\.$/],
  ['lakeDamaged', /^(?<column>\S+) is damaged: (?<detail>.+)$/],
];
