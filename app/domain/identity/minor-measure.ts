/** What is set in motion when data of somebody too young for the service is found. */
export const MINOR_MEASURES = ['investigation', 'erasure', 'guardian_contacted'] as const;
export type MinorMeasure = (typeof MINOR_MEASURES)[number];
