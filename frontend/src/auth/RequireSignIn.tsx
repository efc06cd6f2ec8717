import { useEffect, type ReactNode } from 'react';
import { Navigate, useLocation } from 'react-router';
import type { CombinedError } from 'urql';
import { SIGN_IN, signInFor } from './paths';
import { endSession } from './provider';
import { session } from './session';
import { useExpiry } from './useExpiry';
import { useViewer } from './useViewer';

/** Leads those whom the service answers nothing to the page where they can sign in, and from there back. */
export function RequireSignIn({ children }: { readonly children: ReactNode }) {
  const { data, error, retry } = useViewer();
  const { pathname, search } = useLocation();
  const isRefused = error !== undefined && isRefusal(error);
  const isStranger = data ? data.viewer.roles.length === 0 : isRefused;
  const isElsewhere = !pathname.startsWith(SIGN_IN);
  const isOver = isRefused && isElsewhere && session.token() !== undefined;
  useExpiry(data?.viewer.expiresAt, retry);

  useEffect(() => {
    if (isOver) {
      endSession();
      // Loaded anew, so that what was answered before does not stay in memory.
      window.location.assign(signInFor(pathname + search, { isOver }));
    }
  }, [isOver, pathname, search]);

  if (isOver) {
    return null;
  }
  return isStranger && isElsewhere ? <Navigate to={signInFor(pathname + search)} replace /> : children;
}

function isRefusal(error: CombinedError): boolean {
  const response = error.response as Response | undefined;
  return response?.status === 401 || error.graphQLErrors.some((it) => it.extensions.code === 'AUTH_NOT_AUTHENTICATED');
}
