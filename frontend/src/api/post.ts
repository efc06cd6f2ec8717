import { stringifyDocument } from 'urql';
import { endpoint, knownHash } from './client';
import type { Operation } from './useGold';

/**
 * Sends an operation apart from the client and its cache, as the client would: by its hash, with the text only for a service that does not know it.
 */
export async function postOperation(
  { document, variables }: Operation,
  headers: Record<string, string>,
  parameters = '',
): Promise<Response> {
  const text = stringifyDocument(document);
  const sha256Hash = await knownHash(text, document);
  const named = { variables, extensions: { persistedQuery: { version: 1, sha256Hash } } };
  const send = (body: object) =>
    fetch(`${endpoint}${parameters}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });

  const response = await send(named);
  return (await isUnknown(response)) ? send({ query: text, variables }) : response;
}

async function isUnknown(response: Response): Promise<boolean> {
  if (response.ok) {
    return false;
  }
  const answer = (await response
    .clone()
    .json()
    .catch(() => null)) as { errors?: { message: string }[] } | null;
  return answer?.errors?.some(({ message }) => message === 'PersistedQueryNotFound') ?? false;
}
