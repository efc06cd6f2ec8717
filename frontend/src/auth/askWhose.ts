import { postOperation } from '@/api/post';
import { authorization } from './session';
import { CurrentViewerDocument, type CurrentViewerQuery } from './viewer.generated';

export type Answer =
  { readonly outcome: 'welcome' } | { readonly outcome: 'refused'; readonly reason: string | undefined } | { readonly outcome: 'offline' };

interface Body {
  readonly data?: CurrentViewerQuery | null;
  readonly errors?: readonly { readonly message: string }[];
}

/** Asks the service whose token it is, apart from everything else, so that a token that is refused changes nothing. */
export async function askWhose(token: string): Promise<Answer> {
  try {
    const response = await postOperation({ document: CurrentViewerDocument, variables: {} }, authorization(token));
    const { data, errors } = (await response.json()) as Body;
    return data?.viewer.isAuthenticated && data.viewer.roles.length > 0
      ? { outcome: 'welcome' }
      : { outcome: 'refused', reason: errors?.[0]?.message };
  } catch {
    return { outcome: 'offline' };
  }
}
