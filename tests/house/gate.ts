/** The places of a gate in shared memory: how many came to it, and whether it is open. */
export const CAME = 0;
export const OPENED = 1;
