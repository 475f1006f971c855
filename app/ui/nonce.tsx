import { createContext, useContext } from 'react';

const NonceContext = createContext<string | undefined>(undefined);
export const NonceProvider = NonceContext.Provider;

/** The Content-Security-Policy nonce of this page; only known while it is rendered on the server. */
export function useNonce(): string | undefined {
  return useContext(NonceContext);
}
