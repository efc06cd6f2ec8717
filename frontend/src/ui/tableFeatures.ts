import { columnVisibilityFeature, tableFeatures } from '@tanstack/react-table';

/** All that the table library has to do: filters, order and pages are the service's. */
export const features = tableFeatures({ columnVisibilityFeature });
