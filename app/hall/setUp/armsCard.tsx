/** The arms or logo of a Rakerda on its edit page: what stands there now, and the form that puts another there. */
import { useNavigation, useSearchParams } from '@remix-run/react';
import { useFormat, useSection } from '~/i18n';
import { armsPath, rakerdaPath } from '~/paths';
import { Alert, Button, Card, KeptForm, TextField } from '~/ui';
import { ARMS_DONE, ARMS_MESSAGES } from './armsMessage';
import { armsWords } from './armsWords';

export interface ArmsOfPage {
  readonly fingerprint: string;
  readonly width: number;
  readonly height: number;
}

export function ArmsCard(props: {
  readonly rakerdaId: string;
  readonly arms: ArmsOfPage | null;
  readonly mayEdit: boolean;
}) {
  const { rakerdaId, arms, mayEdit } = props;
  const words = useSection(armsWords);
  const format = useFormat();
  const busy = useNavigation().state === 'submitting';
  const [params] = useSearchParams();
  const message = ARMS_MESSAGES.find((one) => one === params.get('lambang'));
  const isDone = ARMS_DONE.some((one) => one === message);
  return (
    <Card id="lambang" className="space-y-4">
      <h2 className="text-xl">{words.title}</h2>
      {message && isDone ? <Alert tone="success">{words.says[message]}</Alert> : null}
      <p className="text-muted">{words.lead}</p>
      {arms ? (
        <figure className="flex flex-wrap items-center gap-4">
          <img
            src={armsPath(rakerdaPath(rakerdaId), arms.fingerprint)}
            alt={words.now}
            width={arms.width}
            height={arms.height}
            className="h-24 w-auto max-w-full rounded-lg border border-line bg-white object-contain p-2"
          />
          <figcaption translate="no" className="text-muted">
            {words.size({ width: format.number(arms.width), height: format.number(arms.height) })}
          </figcaption>
        </figure>
      ) : null}
      {mayEdit ? (
        // A plain form: the answer is this page again, with or without scripts. What was typed above is kept there.
        <form
          method="post"
          action={rakerdaPath(rakerdaId, 'setArms')}
          encType="multipart/form-data"
          className="space-y-4"
        >
          <TextField
            id="lambang-berkas"
            name="picture"
            type="file"
            accept="image/png,image/jpeg,image/webp"
            label={words.file}
            hint={words.hint}
            error={message && !isDone ? words.says[message] : undefined}
            required
          />
          <Button tone="secondary">{arms ? words.replace : words.set}</Button>
        </form>
      ) : null}
      {mayEdit && arms ? (
        <KeptForm method="post" action="?" preventScrollReset>
          <Button tone="quiet" name="intent" value="removeArms" disabled={busy}>
            {words.remove}
          </Button>
        </KeptForm>
      ) : null}
    </Card>
  );
}
