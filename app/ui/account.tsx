import { createContext, useContext } from 'react';

const AccountContext = createContext<string | null>(null);

/** Whose pages these are: the id of the signed-in account, or null. */
export const AccountProvider = AccountContext.Provider;

export function useAccount(): string | null {
  return useContext(AccountContext);
}
