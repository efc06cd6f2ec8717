/** The page lies one folder below the endpoint, wherever that is mounted. */
export const endpoint = new URL('..', window.location.href).href.replace(/\/$/, '');
