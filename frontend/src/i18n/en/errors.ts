import type { Messages } from '../messages';

/** Why the service did not answer, by the code that it gives. */
export const errors: Messages['errors'] = {
  AUTH_NOT_AUTHENTICATED: 'This is only for those who have signed in.',
  AUTH_NOT_AUTHORIZED: 'Your role does not let you see this.',
  RATE_LIMITED: 'Too much was asked in a short time. Wait a little and try again.',
  SERVER_BUSY: 'The service is busy. Wait a little and try again.',
  LAKE_UNAVAILABLE: 'The lake can’t be read at the moment. What is current is still there.',
  GOLD_NOT_PUBLISHED: 'No snapshot has been published yet. Start a run on the page Pipeline.',
  GOLD_SNAPSHOT_TOO_OLD: 'The snapshot is older than this version of the service and lacks these data. The next run brings them.',
  GOLD_SNAPSHOT_NOT_FOUND: 'The snapshot of that moment is no longer kept.',
  GOLD_SERVICE_LEVEL_OUT_OF_RANGE: 'The service level is out of bounds.',
  GOLD_LEAD_TIME_OUT_OF_RANGE: 'The lead time is out of bounds.',
  HC0016: 'A value that was sent does not have the form it should.',
  HC0026: 'A filter or an order has no value.',
  HC0045: 'The answer took too long and the query was interrupted.',
  HC0047: 'The query is too heavy. Ask for less at a time.',
  HC0049: 'The query was cancelled.',
  HC0051: 'Too many rows were asked for at a time.',
  HC0078: 'The address names a place in the list that does not exist. Go back to its start.',
};
