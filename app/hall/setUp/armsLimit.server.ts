/** Largest picture that is taken as arms, in bytes. */
export const ARMS_LIMIT = 1024 * 1024;
