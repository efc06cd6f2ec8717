/** Addresses of the pages of one part, supplier or site; codes may hold slashes. */
export const partPath = (partCode: string): string => `/parts/${encodeURIComponent(partCode)}`;
export const supplierPath = (supplierKey: string): string => `/suppliers/${encodeURIComponent(supplierKey)}`;
export const sitePath = (siteCode: string): string => `/sites/${encodeURIComponent(siteCode)}`;
