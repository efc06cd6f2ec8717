import { authorization } from '@/auth/session';
import { postOperation } from './post';
import type { Operation } from './useGold';

export type FileFormat = 'csv' | 'parquet';

/** Asks the service for the whole list behind an operation as a file. */
export async function downloadList(operation: Operation, format: FileFormat, name: string, separator: string): Promise<void> {
  const response = await postOperation(whole(operation), authorization(), `?format=${format}&separator=${encodeURIComponent(separator)}`);
  if (!response.ok) {
    const answer = (await response.json().catch(() => null)) as { errors?: { message: string }[] } | null;
    throw new Error(answer?.errors?.[0]?.message ?? `${response.status} ${response.statusText}`);
  }
  saveFile(await response.blob(), `${name}.${format}`);
}

/** The same list without pages. */
function whole({ document, variables }: Operation): Operation {
  return { document, variables: { ...variables, first: undefined, after: undefined, ...('isFirst' in variables && { isFirst: false }) } };
}

/** Hands a file to the browser's downloads. */
export function saveFile(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
