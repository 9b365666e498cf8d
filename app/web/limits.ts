/** Bytes that one request may carry, files included. */
export const BODY_LIMIT = 10_000_000;
/** Fields that one form may have. */
export const FIELD_LIMIT = 200;
