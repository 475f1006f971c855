/** How a sheet is filled in and shown: the one place of this room that asks which kind of topic it has. */
import { LadderForm, LadderShown } from './ladderForm';
import { PointsForm, PointsShown } from './pointsForm';
import type { SheetPage } from '../sheet.read.server';
import { FiguresShown, SheetForm } from './sheetFields';
import type { SheetControl } from '../sheetForm';

type Answered = Pick<SheetPage, 'topic' | 'part'> & {
  readonly agency: { readonly code: string };
  /** Null where the topic is only looked at, outside of any Rakerda. */
  readonly rakerda: { readonly id: string } | null;
};

export function AnswerControl(props: Omit<SheetControl, 'agencyCode'> & { page: Answered }) {
  const { page, ...given } = props;
  const { topic, agency, part, rakerda } = page;
  switch (topic.kind) {
    case 'metrics':
      return (
        <>
          {given.earlier}
          <SheetForm topic={topic} rakerdaId={rakerda?.id ?? null} agencyCode={agency.code} {...given} />
        </>
      );
    case 'ladder':
      return <LadderForm topic={topic} agencyCode={agency.code} part={part} {...given} />;
    case 'points':
      return <PointsForm topic={topic} agencyCode={agency.code} part={part} {...given} />;
  }
}

export function AnswersShown(props: Pick<SheetControl, 'earlier'> & { page: SheetPage }) {
  const { page, ...given } = props;
  const { topic, figures, part, agency, rakerda } = page;
  switch (topic.kind) {
    case 'metrics':
      return (
        <>
          {given.earlier}
          <FiguresShown topic={topic} rakerdaId={rakerda.id} agencyCode={agency.code} figures={figures} />
        </>
      );
    case 'ladder':
      return <LadderShown topic={topic} figures={figures} part={part} {...given} />;
    case 'points':
      return <PointsShown topic={topic} figures={figures} part={part} {...given} />;
  }
}
