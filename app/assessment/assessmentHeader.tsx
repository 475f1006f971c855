/** Title, way back and status of every screen that belongs to one assessment. */
import type { AgencyRow, AssessmentRow, RakerdaRow } from '#db/schema';
import { useSection, useText } from '~/i18n';
import { assessmentPath, rakerdaPath } from '~/paths';
import { approvalWords, AssessmentTabs } from '~/rakerda';
import { Alert, Badge, ButtonLink, DemoMark, PageHeader } from '~/ui';
import type { ReadOnlyReason } from './assessment.read.server';
import { assessmentWords } from './assessmentWords';

export function assessmentHeaderData(place: {
  readonly row: RakerdaRow;
  readonly agency: AgencyRow;
  readonly assessment: AssessmentRow;
}) {
  const { row, agency, assessment } = place;
  return {
    assessmentId: assessment.id,
    base: assessmentPath(row.id, assessment.instrument_code, agency.code),
    rakerda: { id: row.id, name: row.name, isDemo: row.is_demo === 1, timeZone: row.time_zone },
    agency: agency.name,
    agencyCode: agency.code,
    state: assessment.state,
    returnNote: assessment.return_note,
  };
}
export type AssessmentHeaderData = ReturnType<typeof assessmentHeaderData>;

/** Taking over belongs to filling in, the review sheet to the steps up to the approval. */
const TAB_OF = {
  overview: { current: 'fill' },
  takeOver: { current: 'fill', below: true },
  import: { current: 'fill', below: true },
  status: { current: 'status' },
  review: { current: 'status', below: true },
  history: { current: 'history' },
} as const;

export function AssessmentHeader(props: {
  header: AssessmentHeaderData;
  readOnly: ReadOnlyReason;
  page: 'overview' | 'review' | 'takeOver' | 'import' | 'status' | 'history';
  instrument?: { readonly name: string; readonly note: string };
}) {
  const { header, page } = props;
  const text = useText();
  const assessmentText = useSection(assessmentWords);
  const approvalText = useSection(approvalWords);
  const titles = {
    overview: [assessmentText.overviewTitle({ agency: header.agency }), assessmentText.overviewLead],
    review: [assessmentText.reviewTitle, assessmentText.reviewLead({ agency: header.agency })],
    takeOver: [assessmentText.takeOverTitle, assessmentText.takeOverLead],
    import: [assessmentText.importTitle, assessmentText.importLead],
    status: [assessmentText.workflow.title, assessmentText.workflow.lead({ agency: header.agency })],
    history: [assessmentText.history.title, assessmentText.history.lead({ agency: header.agency })],
  } as const;
  const [title, lead] = titles[page];
  return (
    <>
      <PageHeader
        mark={header.rakerda.isDemo ? <DemoMark /> : null}
        title={title}
        lead={
          <p className="flex flex-wrap items-center gap-x-3">
            <Badge
              tone={({ draft: 'neutral', submitted: 'brand', approved: 'success' } as const)[header.state]}
            >
              {text.state[header.state]}
            </Badge>
            <span className="max-sm:hidden">{lead}</span>
          </p>
        }
        crumbs={[
          { to: '/', label: text.home },
          { to: rakerdaPath(header.rakerda.id), label: header.rakerda.name },
          { to: header.base, label: header.agency },
        ]}
        actions={
          <>
            {page === 'overview' ? (
              <ButtonLink tone="quiet" to={`${header.base}/isi/cetak`}>
                {assessmentText.printBlank}
              </ButtonLink>
            ) : null}
            {page === 'overview' || page === 'status' ? (
              <ButtonLink tone="quiet" to={`${header.base}/telaah`}>
                {assessmentText.reviewTitle}
              </ButtonLink>
            ) : null}
          </>
        }
      />
      <AssessmentTabs base={header.base} mayRead {...TAB_OF[page]} />
      <div className="mb-4 space-y-3 empty:hidden">
        {header.state === 'draft' && header.returnNote ? (
          <Alert tone="warning" title={approvalText.returnNote}>
            <p className="whitespace-pre-line">{header.returnNote}</p>
          </Alert>
        ) : null}
        {page === 'overview' ? <ReadOnlyNotice reason={props.readOnly} /> : null}
        {props.instrument ? (
          <details className="text-sm text-muted">
            <summary className="min-h-8 py-1 font-medium text-brand">{assessmentText.instrumentNote}</summary>
            <p className="max-w-prose">
              {props.instrument.name}. {props.instrument.note}
            </p>
          </details>
        ) : null}
      </div>
    </>
  );
}

export function ReadOnlyNotice({ reason }: { reason: ReadOnlyReason }) {
  const assessmentText = useSection(assessmentWords);
  switch (reason) {
    case null:
      return null;
    case 'role':
      return <Alert>{assessmentText.readOnlyRole}</Alert>;
    case 'submitted':
      return <Alert>{assessmentText.readOnlySubmitted}</Alert>;
    case 'approved':
      return <Alert tone="success">{assessmentText.readOnlyApproved}</Alert>;
    case 'closed':
      return <Alert tone="warning">{assessmentText.readOnlyClosed}</Alert>;
  }
}
