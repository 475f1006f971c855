/** Forms that nobody answered, as far as this device holds them. What tells of them and sends them is fetched once there is one. */
import { type ComponentType, useEffect, useState } from 'react';
import { retryPause } from '~/ui/askServer';
import { onKept, type WaitingForm, waitingForms } from '~/ui/keptInput';

export function useWaitingForms(account: string): readonly WaitingForm[] {
  const [forms, setForms] = useState<readonly WaitingForm[]>([]);
  useEffect(() => {
    const read = () => setForms(waitingForms(account));
    read();
    return onKept(read);
  }, [account]);
  return forms;
}

export function UnsentForms({ account }: { account: string }) {
  const forms = useWaitingForms(account);
  const parts = useParts(forms.length > 0);
  return parts && <parts.WaitingForms account={account} forms={forms} />;
}

interface Parts {
  readonly WaitingForms: ComponentType<{
    readonly account: string;
    readonly forms: readonly WaitingForm[];
  }>;
}

/** Somebody types before the network fails: by then they are mostly there. Else they are asked for until they come. */
function useParts(isNeeded: boolean): Parts | null {
  const [parts, setParts] = useState<Parts | null>(null);
  const isDue = isNeeded && parts === null;
  useEffect(() => {
    if (!isDue) return undefined;
    let isLeft = false;
    let failures = 0;
    let timer: number | undefined;
    const fetchThem = async () => {
      const found = await import('./waitingForms').then(
        ({ WaitingForms }) => ({ WaitingForms }),
        () => null,
      );
      if (isLeft) return;
      if (found) setParts(found);
      else timer = window.setTimeout(() => void fetchThem(), retryPause((failures += 1)));
    };
    void fetchThem();
    return () => {
      isLeft = true;
      window.clearTimeout(timer);
    };
  }, [isDue]);
  return parts;
}
