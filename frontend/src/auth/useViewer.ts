import type { Role } from '@/api/schema.generated';
import { useGold, type Gold } from '@/api/useGold';
import { CurrentViewerDocument, type CurrentViewerQuery } from './viewer.generated';

export type Viewer = CurrentViewerQuery['viewer'];

/** Who is signed in, as the service sees it. */
export function useViewer(): Gold<CurrentViewerQuery> {
  return useGold(CurrentViewerDocument, {});
}

/** Whether the reader may do what a role may do. Until that is known nothing is offered. */
export function useMay(role: Role): boolean {
  return useViewer().data?.viewer.roles.includes(role) ?? false;
}
