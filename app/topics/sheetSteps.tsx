/** The way of a sheet to the head: where it is, and the steps that this person can take. */
import type { ReactNode } from 'react';
import { useFormat, useSection } from '~/i18n';
import { counted } from '~/i18n/counted';
import { NoteStep, Stations } from '~/rakerda';
import { Alert, Button, Card, CheckField, KeptForm } from '~/ui';
import type { StepAnswer } from './review/sheetReview.post.server';
import type { SheetReviewPage } from './review/sheetReview.read.server';
import { topicWords } from './topicWords';

export function SheetSteps({ page, refused }: { page: SheetReviewPage; refused: StepAnswer | null }) {
  const words = useSection(topicWords).sheet;
  const format = useFormat();
  const { review, way } = page.sheet;
  const { one, several } = review.counted;
  const empty = way.empty === 0 ? null : counted(format.number(way.empty), one, several);
  const isOpenTo = (step: (typeof way.steps)[number]) => way.steps.includes(step);
  const version = <input type="hidden" name="version" value={page.version} />;
  return (
    <section aria-labelledby="pengajuan" className="max-w-4xl scroll-mt-4 space-y-4 print:hidden">
      <h2 id="pengajuan" className="scroll-mt-4 text-xl">
        {words.wayTitle}
      </h2>
      {page.version === 0 ? (
        <p>{words.neverSaved}</p>
      ) : (
        <Stations view={way} timeZone={page.rakerda.timeZone} />
      )}
      {way.state === 'submitted' && !isOpenTo('approve') ? (
        <p className="text-muted">{words.waitingHead}</p>
      ) : null}
      {isOpenTo('submit') ? (
        <Submit version={page.version} empty={empty} isAsked={refused?.error === 'confirmNeeded'} />
      ) : null}
      {isOpenTo('approve') ? (
        <PlainStep step="approve" title={words.approveTitle} lead={words.approveLead} button={words.approve}>
          {version}
          <Empty says={empty} />
        </PlainStep>
      ) : null}
      {isOpenTo('return') ? (
        <NoteStep step="return" refused={refused}>
          {version}
        </NoteStep>
      ) : null}
      {isOpenTo('takeBack') ? (
        <PlainStep
          step="takeBack"
          title={words.takeBackTitle}
          lead={words.takeBackLead}
          button={words.takeBack}
          isQuiet
        >
          {version}
        </PlainStep>
      ) : null}
      {isOpenTo('reopen') ? (
        <NoteStep step="reopen" title={words.reopenTitle} lead={words.reopenLead} refused={refused}>
          {version}
        </NoteStep>
      ) : null}
    </section>
  );
}

function PlainStep(props: {
  step: 'submit' | 'approve' | 'takeBack';
  title: string;
  lead: string;
  button: string;
  isQuiet?: boolean;
  children: ReactNode;
}) {
  const { step } = props;
  return (
    <Card aria-labelledby={`${step}-title`}>
      <h3 id={`${step}-title`} className="text-xl">
        {props.title}
      </h3>
      <p className="my-3 max-w-prose">{props.lead}</p>
      <KeptForm method="post" className="space-y-4">
        <input type="hidden" name="step" value={step} />
        {props.children}
        <Button tone={props.isQuiet ? 'secondary' : 'primary'}>{props.button}</Button>
      </KeptForm>
    </Card>
  );
}

function Submit({ version, empty, isAsked }: { version: number; empty: string | null; isAsked: boolean }) {
  const words = useSection(topicWords).sheet;
  return (
    <PlainStep step="submit" title={words.submitTitle} lead={words.submitLead} button={words.submit}>
      <input type="hidden" name="version" value={version} />
      <Empty says={empty} />
      {empty !== null ? (
        <CheckField
          id="unansweredConfirmed"
          name="unansweredConfirmed"
          label={words.confirmEmpty({ count: empty })}
          error={isAsked ? words.confirmNeeded : undefined}
        />
      ) : null}
    </PlainStep>
  );
}

/** @param says how many of what; null where nothing is */
function Empty({ says }: { says: string | null }) {
  const words = useSection(topicWords).sheet;
  return says === null ? null : <Alert tone="warning">{words.emptyTitle({ count: says })}</Alert>;
}
