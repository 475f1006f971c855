import { useSearchParams } from '@remix-run/react';

/** The page's address with some of its wishes changed; null takes one away. What was said once is not said again. */
export function useAddress(): (changes: Readonly<Record<string, string | null>>) => string {
  const [params] = useSearchParams();
  return (changes) => {
    const next = new URLSearchParams(params);
    next.delete('terkirim');
    next.delete('kiriman');
    for (const [name, value] of Object.entries(changes)) {
      if (value === null) next.delete(name);
      else next.set(name, value);
    }
    return `?${next.toString()}`;
  };
}
