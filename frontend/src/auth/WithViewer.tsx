import { Skeleton } from '@mantine/core';
import type { ReactNode } from 'react';
import { FailureState } from '@/ui/FailureState';
import { useViewer, type Viewer } from './useViewer';

/** Content that depends on what the reader may do, once that is known. */
export function WithViewer({ children }: { readonly children: (viewer: Viewer) => ReactNode }) {
  const { data, error, retry } = useViewer();
  if (data) {
    return children(data.viewer);
  }
  return error ? <FailureState error={error} resetErrorBoundary={retry} /> : <Skeleton height={280} radius="md" />;
}
