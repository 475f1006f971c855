/** Fills the set-up form from an earlier Rakerda: a step of its own, before anything is typed. */
import { Form } from '@remix-run/react';
import { useSection } from '~/i18n';
import { Alert, Button, ButtonLink, Card, SelectField } from '~/ui';
import { setUpWords } from '~/rakerda/setUpWords';
import type { EarlierChoice, SourceFacts } from './copySource.server';

export function CopyCard(props: { sources: readonly EarlierChoice[]; source: SourceFacts | null }) {
  const words = useSection(setUpWords).form;
  if (props.source) {
    return (
      <Alert tone="success" title={words.copied({ name: props.source.name })}>
        <p>{words.copiedHint}</p>
        <ButtonLink tone="quiet" to="/rakerda/baru">
          {words.copyStop}
        </ButtonLink>
      </Alert>
    );
  }
  if (props.sources.length === 0) return null;
  return (
    <Card className="space-y-3">
      <h2 className="text-xl">{words.copyTitle}</h2>
      <p className="text-muted">{words.copyLead}</p>
      <Form method="get" className="flex flex-wrap items-end gap-3">
        <div className="min-w-0 grow basis-64">
          <SelectField id="salin" name="salin" label={words.copyFrom}>
            {props.sources.map((source) => (
              <option key={source.id} value={source.id}>
                {source.name}
              </option>
            ))}
          </SelectField>
        </div>
        <Button tone="secondary">{words.copy}</Button>
      </Form>
    </Card>
  );
}
