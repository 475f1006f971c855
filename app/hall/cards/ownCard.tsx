/** In place of the password form, for who is signed in with a card. */
import { useSection } from '~/i18n';
import { Alert, Button, dropAllKept } from '~/ui';
import { cardWords } from './cardWords';

export function OwnCard({ rakerdaName }: { rakerdaName: string }) {
  const words = useSection(cardWords).ownAccount;
  return (
    <>
      <Alert title={words.title}>
        <p>{words.text({ rakerda: rakerdaName })}</p>
      </Alert>
      <form method="post" action="/keluar" onSubmit={dropAllKept}>
        <Button tone="secondary">{words.signOut}</Button>
      </form>
    </>
  );
}
